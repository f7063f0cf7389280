package dev.crosscheck.sample;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Plan;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import dev.crosscheck.verdict.VerdictStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run of two plugins on three devices, one of them missing: every verdict, a twin, a WebSocket,
 * hostile bytes. The same every time.
 */
public final class SampleRun {
  private static final Instant START = Instant.parse("2026-11-21T03:00:15.123456789Z");
  private static final List<String> SCENARIOS =
      List.of(
          "order-completed|order completed reaches Mixpanel with its revenue",
          "identify-traits|identify sets reserved and custom people properties",
          "identify-dates|dates in traits arrive as ISO 8601",
          "super-properties|super properties ride on every later event",
          "page-named|a named page is one event with its name",
          "page-off|page is silent where its settings switch it off",
          "alias|alias joins the anonymous visitor to the user",
          "group|group sets the group key and its properties",
          "reset|reset gives the next visitor a new distinct_id",
          "increments|declared events increment their people property",
          "array-union|lists in traits are united, not replaced",
          "offline|events made offline arrive once the network is back",
          "disabled|a destination switched off in Segment stays silent",
          "partner-answers-500|a failing partner is asked again, once per event",
          "navigation|events just before a navigation are not lost");

  private final Plugin mixpanel = SamplePlugin.of("Mixpanel", "mixpanel.com");
  private final Plugin acme = SamplePlugin.of("Acme", "acme.example");
  private final List<DeviceColumn> devices =
      List.of(
          there("chromium", "Chromium 156.0.8078.73"),
          there("chromium-strict", "Chromium 156.0.8078.73"),
          new DeviceColumn(
              spec("chrome-pixel-7"),
              Optional.empty(),
              Optional.of("no Chrome 156 here, and none could be fetched"),
              Optional.of("apt-get install chromium")));
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Plan.PlannedCell> planned = new ArrayList<>();

  public SampleRun() {
    for (String line : SCENARIOS) {
      scenarios.add(scenario(mixpanel, line.split("\\|")[0], line.split("\\|")[1]));
    }
    scenarios.add(scenario(acme, "order-completed", "order completed reaches Acme"));
    scenarios.add(
        scenario(acme, "hostile", "</script><script>alert('title')</script> & \u001b[31mred"));
    for (Scenario scenario : scenarios) {
      Plugin plugin = scenario.id().startsWith("acme") ? acme : mixpanel;
      for (DeviceColumn device : devices) {
        planned.add(
            new Plan.PlannedCell(
                new CellId(plugin.id(), device.spec().id(), scenario.id()),
                plugin,
                scenario,
                device.spec(),
                device.reason()));
      }
    }
  }

  public Plan plan() {
    return new Plan(
        facts(Duration.ZERO),
        List.of(mixpanel, acme),
        scenarios,
        devices,
        planned,
        suite(),
        findings());
  }

  /** The matrix after these cells. */
  public Matrix matrix(List<CellResult> cells) {
    return new Matrix(
        facts(Duration.ofMillis(48_217)),
        List.of(
            new PluginRow(
                mixpanel,
                "ab12".repeat(16),
                Map.of("mixpanel-browser", "2.83.0", "@scope/helper", "1.0.1")),
            new PluginRow(acme, "cd34".repeat(16), Map.of())),
        devices,
        scenarios,
        cells,
        planned.size(),
        suite(),
        findings());
  }

  /** Every cell's result in the order of the plan, its evidence and verdict stored. */
  public <S extends EvidenceStore & VerdictStore> List<CellResult> results(S store) {
    List<CellResult> results = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Plan.PlannedCell cell = planned.get(i);
      if (cell.skip().isPresent()) {
        results.add(
            new CellResult(
                cell.id(),
                cell.scenario().title(),
                new Verdict.Skipped(cell.skip().get()),
                Duration.ZERO,
                0,
                Optional.empty()));
        continue;
      }
      Verdict verdict = verdict(cell, i);
      Evidence evidence = evidence(cell, verdict, i);
      Optional<Body> screenshot =
          i % 2 == 0 ? Optional.of(SampleScreenshot.png()) : Optional.empty();
      EvidenceStore.Stored stored = store.store(evidence, screenshot);
      store.store(stored, verdict);
      results.add(
          new CellResult(
              cell.id(),
              cell.scenario().title(),
              verdict,
              Duration.ofMillis(1200 + 137L * (i % 11)),
              evidence.attempt(),
              Optional.of(stored)));
    }
    return results;
  }

  private Evidence evidence(Plan.PlannedCell cell, Verdict verdict, int i) {
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
              Optional.of(started.plusMillis(158 + 40L * s)),
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
            List.of(
                new Settlement.SentinelMark(
                    "event",
                    "event",
                    "s-" + i,
                    left.minusMillis(500),
                    Optional.of(traffic.size() - 1))),
            Optional.empty(),
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
            facts(cell.device().id(), "Chromium 156.0.8078.73"),
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
            Optional.empty());
    return silent ? evidence.beside(twin(cell, verdict)) : evidence;
  }

  private Evidence twin(Plan.PlannedCell cell, Verdict verdict) {
    Plan.PlannedCell open =
        new Plan.PlannedCell(
            cell.id(), cell.plugin(), scenarios.get(0), cell.device(), Optional.empty());
    return evidence(open, verdict, 1);
  }

  private Verdict verdict(Plan.PlannedCell cell, int i) {
    Proof sealed =
        new Proof(
            Proof.Kind.SEALED,
            "sentinels on lanes event, profile after 212 ms; quiet for 1500 ms; left; quiet for 1500 ms",
            false);
    boolean strict = cell.device().id().equals("chromium-strict");
    SourceLocation at = new SourceLocation(cell.scenario().at().file(), 9, 5);
    Mismatch revenue =
        new Mismatch(
            "no matching event",
            Optional.of(at),
            "properties.revenue = 25.0",
            "properties.revenue = \"25.0\" (a string)",
            Optional.of("exchange 7 of 10, POST api-js.mixpanel.com/track/"),
            OptionalInt.of(6));
    return switch (cell.scenario().slug()) {
      case "identify-dates" ->
          new Verdict.Failed("no matching event", List.of(revenue), sealed, List.of());
      case "page-off" ->
          strict
              ? new Verdict.Failed(
                  "2 expectations were not met",
                  List.of(
                      new Mismatch(
                          "an event that must not come",
                          Optional.of(at),
                          "no event",
                          "2 events",
                          Optional.empty(),
                          OptionalInt.of(6)),
                      new Mismatch(
                          "undeclared host",
                          Optional.empty(),
                          "only hosts that plugin.yaml declares",
                          "POST metrics.undeclared.example/collect, with\n  email = \"jane@example.com\"",
                          Optional.empty(),
                          OptionalInt.of(9))),
                  sealed,
                  List.of())
              : new Verdict.Passed(sealed, List.of());
      case "increments" ->
          new Verdict.Unsupported("plugin.yaml does not declare 'increments'", sealed);
      case "array-union" ->
          new Verdict.Waived(
              "known: the partner's SDK replaces lists since 2.80 (since 2026-10-01)",
              List.of(revenue),
              sealed,
              List.of());
      case "offline" ->
          strict
              ? new Verdict.Broken("chromedriver went away while the page was loading", List.of())
              : new Verdict.Passed(sealed, List.of());
      case "disabled" ->
          new Verdict.Passed(
              new Proof(
                  Proof.Kind.TWIN,
                  "the twin spoke on event, profile; silent for 636 ms, three times its longest lag; sealed",
                  false),
              List.of());
      case "alias" ->
          new Verdict.Passed(
              new Proof(Proof.Kind.SEEN, "2 messages", true),
              List.of(
                  Finding.warning(
                      "NeedlessWaiver",
                      at,
                      "the waiver of 'alias' is not needed",
                      "take it out of plugin.yaml")));
      case "hostile" ->
          new Verdict.Failed(
              "<b>hostile</b> \u001b[31m",
              List.of(
                  new Mismatch(
                      "</script><script>alert(1)</script>",
                      Optional.of(at),
                      "a `tick` | a pipe\nand ``` a fence",
                      "]]> & \"quotes\" \ud800 \u001b[2J",
                      Optional.of("<img src=x>"),
                      OptionalInt.of(6))),
              sealed,
              List.of());
      default ->
          strict && cell.scenario().calls().isEmpty()
              ? new Verdict.Skipped("analytics-next has no screen")
              : new Verdict.Passed(sealed, List.of());
    };
  }

  private static Scenario scenario(Plugin plugin, String slug, String title) {
    String file = "scenarios/" + plugin.id() + "/" + slug + ".yaml";
    ObjectNode properties =
        JsonNodeFactory.instance
            .objectNode()
            .put("order_id", "50314b8e")
            .put("revenue", new java.math.BigDecimal("25.00"));
    return new Scenario(
        plugin.id() + "/" + slug,
        title,
        new SourceLocation(file, 1, 1),
        "5e0f".repeat(16),
        slug.equals("disabled")
            ? new Given(false, Optional.empty(), Optional.empty())
            : Given.NOTHING,
        List.of(
            new Step.Identify(
                new SourceLocation(file, 3, 5),
                Optional.of("u-42"),
                JsonNodeFactory.instance.objectNode().put("email", "jane@example.com"),
                CallOptions.NONE),
            new Step.Track(
                new SourceLocation(file, 5, 5), "Order Completed", properties, CallOptions.NONE)),
        List.of(
            new Expectation.Messages(
                new SourceLocation(file, 9, 5),
                "event",
                Times.exactly(1),
                false,
                Optional.empty())),
        List.of(),
        Optional.empty());
  }

  private static DeviceColumn there(String id, String name) {
    return new DeviceColumn(
        spec(id), Optional.of(facts(id, name)), Optional.empty(), Optional.empty());
  }

  private static DeviceFacts facts(String id, String name) {
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
        Map.of("userAgent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0"),
        4);
  }

  private static DeviceSpec spec(String id) {
    return new BrowserSpec(
        id,
        new SourceLocation("devices.yaml", 2, 3),
        BrowserSpec.Browser.CHROME,
        !id.contains("strict"));
  }

  private static RunFacts facts(Duration duration) {
    return new RunFacts(
        "20261121-030015-7f3a",
        START,
        duration,
        "0.1.0",
        Optional.of("88bcbf8d1f"),
        true,
        "hermetic",
        Optional.of("GitHub Actions 4711"),
        false);
  }

  private static Suite suite() {
    return new Suite(
        List.of(
            Map.of("browser", "chrome"), Map.of("browser", "firefox"), Map.of("ios", "simulator")));
  }

  private static List<Finding> findings() {
    return List.of(
        Finding.warning(
            "MoreThanOneSetting",
            new SourceLocation("scenarios/acme/plugin.yaml", 2, 18),
            "2 settings hold a write key, and Segment allows one",
            "keep the write-scoped one"));
  }
}
