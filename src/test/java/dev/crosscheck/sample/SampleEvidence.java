package dev.crosscheck.sample;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.run.Plan;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evidence of a made-up cell. */
final class SampleEvidence {
  private static final Instant START = SampleRun.START;

  private SampleEvidence() {}

  static Evidence of(Plan.PlannedCell cell, Scenario opened, Verdict verdict, int i) {
    String host = cell.plugin().id().equals("mixpanel") ? "mixpanel.com" : "acme.example";
    Instant started = START.plusMillis(900L * i);
    SampleTraffic traffic = new SampleTraffic(started).pageLoad(host).pause(40);
    boolean silent = cell.scenario().slug().equals("disabled");
    if (!silent) {
      traffic
          .engage(host, "{\"$email\":\"jane@example.com\",\"plan\":\"pro\"}")
          .track(
              host,
              "Order Completed",
              "\"order_id\":\"50314b8e\",\"revenue\":"
                  + (verdict instanceof Verdict.Failed ? "\"25.0\"" : "25.00")
                  + ",\"currency\":\"USD\"");
    }
    traffic
        .segment(
            "i",
            "{\"type\":\"identify\",\"userId\":\"u-42\",\"traits\":{\"email\":\"jane@example.com\"}}")
        .segment(
            "t",
            "{\"type\":\"track\",\"event\":\"Order Completed\",\"properties\":{\"revenue\":25.00}}");
    switch (cell.scenario().slug()) {
      case "offline" -> traffic.refused("api-js." + host).refused("api.segment.io");
      case "partner-answers-500" -> traffic.unanswered("api-js." + host, "/track/");
      case "group" -> traffic.socket(host);
      case "hostile" -> traffic.hostile(host);
      case "navigation" ->
          traffic.elsewhere("metrics.undeclared.example", "{\"email\":\"jane@example.com\"}");
      default -> {}
    }
    Instant left = traffic.pause(600).now();
    if (!silent) {
      traffic.track(host, "Crosscheck Sentinel", "\"crosscheck\":\"s-" + i + "\"");
    }
    List<StepRecord> steps = new ArrayList<>();
    for (int s = 0; s < cell.scenario().steps().size(); s++) {
      steps.add(
          new StepRecord(
              s,
              cell.scenario().steps().get(s).describe(),
              StepRecord.Kind.SCENARIO,
              started.plusMillis(150 + 40L * s),
              verdict instanceof Verdict.Broken && s > 0
                  ? Optional.empty()
                  : Optional.of(started.plusMillis(158 + 40L * s)),
              Optional.of("ajs-next-" + s),
              Optional.empty()));
    }
    steps.add(
        new StepRecord(
            -1,
            "track Crosscheck Sentinel",
            StepRecord.Kind.SENTINEL,
            left.minusMillis(500),
            Optional.of(left.minusMillis(492)),
            Optional.of("ajs-next-s"),
            Optional.of("s-" + i)));
    Settlement settlement =
        new Settlement(
            silent
                ? List.of()
                : List.of(
                    new Settlement.SentinelMark(
                        "event",
                        "event",
                        "s-" + i,
                        left.minusMillis(500),
                        Optional.of(traffic.size() - 1))),
            silent ? Optional.of(Duration.ofMillis(636)) : Optional.empty(),
            Duration.ofMillis(1500),
            Optional.of(left),
            Optional.of(left.plusMillis(700)),
            Optional.empty());
    List<Observation.Line> console =
        List.of(
            new Observation.Line(
                started.plusMillis(90),
                "info",
                "analytics ready",
                "https://shop.crosscheck.test/:12",
                false),
            new Observation.Line(
                started.plusMillis(140),
                "warn",
                "Mixpanel: \u001b[33mcookie store is slow\u001b[0m",
                "https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js:1",
                false),
            new Observation.Line(
                started.plusMillis(210),
                "error",
                "TypeError: Cannot read properties of undefined (reading 'people')\n    at s.identify (mixpanel.js:41:12)",
                "https://shop.crosscheck.test/plugin.js:41",
                true));
    int attempt = cell.scenario().slug().equals("alias") ? 2 : 1;
    Evidence evidence =
        new Evidence(
            cell.id(),
            attempt,
            cell.scenario(),
            cell.plugin(),
            facts(cell.device()),
            started,
            left.plusMillis(700),
            steps,
            List.of(
                new Window(
                    Window.FINAL,
                    0,
                    traffic.size(),
                    List.of(new Observation.Console(console)),
                    Optional.of(settlement))),
            traffic.capture(),
            verdict instanceof Verdict.Passed && i % 4 != 0 ? console.subList(0, 1) : console,
            Optional.of(left),
            verdict instanceof Verdict.Broken
                ? Optional.of(Trouble.harness(verdict.reason()))
                : Optional.empty(),
            Optional.empty(),
            List.of());
    return silent ? evidence.beside(twin(cell, opened, verdict)) : evidence;
  }

  private static Evidence twin(Plan.PlannedCell cell, Scenario opened, Verdict verdict) {
    Plan.PlannedCell open =
        new Plan.PlannedCell(cell.id(), cell.plugin(), opened, cell.device(), Optional.empty());
    return of(open, opened, verdict, 1);
  }

  static DeviceFacts facts(DeviceSpec device) {
    return device instanceof AppiumSpec phone
        ? SampleIphones.facts(phone)
        : facts(device.id(), "Chromium 156.0.8078.73");
  }

  static DeviceFacts facts(String id, String name) {
    return new DeviceFacts(
        id,
        "web",
        "browser",
        "Blink",
        name,
        "156.0.8078.73",
        "analytics-next",
        "1.81.0",
        false,
        Optional.empty(),
        Map.of("userAgent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0"),
        4);
  }
}
