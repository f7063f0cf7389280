package dev.crosscheck.benchmark;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.HostPage;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.support.FakeDevices;
import dev.crosscheck.support.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The traffic of a page with Segment's SDK and a plugin, without a browser: as many requests, and
 * answers as long, as such a page has.
 */
final class WebTraffic implements FakeDevices.Script {
  private static final String DELIVERY = "https://api.segment.io/v1/";
  private static final String PARTNER = "https://api.partner.test";

  /** What a page fetches before the plugin is ready, and how long each answer is, in bytes. */
  private static final Map<String, Integer> FETCHED = new LinkedHashMap<>();

  static {
    FETCHED.put(HostPage.ORIGIN + "/crosscheck/agent.js", 20_400);
    FETCHED.put(HostPage.ORIGIN + "/crosscheck/plugin.js", 3_700);
    FETCHED.put("https://cdn.segment.com/analytics.js/v1/key/analytics.min.js", 114_600);
    FETCHED.put("https://cdn.segment.com/v1/projects/key/settings", 600);
    FETCHED.put("https://cdn.segment.com/analytics-next/bundles/ajs-destination.js", 9_400);
    FETCHED.put("https://cdn.segment.com/analytics-next/bundles/schemaFilter.js", 1_600);
    FETCHED.put("https://cdn.partner.test/partner.js", 40_000);
  }

  static Scenario scenario() {
    List<Step> steps = List.of(Samples.identify("u-1"), Samples.track("A"), Samples.track("B"));
    List<Expectation> expect =
        List.of(
            Samples.event("A", Times.exactly(1)),
            Samples.event("B", Times.exactly(1)),
            new Expectation.NothingElse(Samples.AT));
    return Samples.scenario(steps, expect);
  }

  static Deployer deployer() {
    return new Page();
  }

  @Override
  public void onReady(FakeDevices.Wire wire) {
    FETCHED.keySet().forEach(wire::get);
  }

  @Override
  public void on(Step.OnDevice step, FakeDevices.Wire wire) {
    if (step instanceof Step.Track call) {
      String event = call.payload().deepCopy().put("event", call.event()).toString();
      wire.post(DELIVERY + "t", event);
      wire.post(PARTNER + "/track", event);
    } else if (step instanceof Step.Identify call) {
      wire.post(DELIVERY + "i", call.payload().toString());
      if (call.userId().isEmpty()) {
        wire.post(PARTNER + "/engage", call.payload().toString());
      }
    }
  }

  /** Answers with what is as long as the real thing. */
  private static final class Page implements Deployer, Answers {
    @Override
    public Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin) {
      return new Deployment.WebPage(HostPage.ORIGIN, "/", this);
    }

    @Override
    public Facts facts(Plugin plugin, DeviceSpec device) {
      return new Facts("00", Map.of(), "analytics-next", "1");
    }

    @Override
    public Answer to(HttpRequest request) {
      int length = FETCHED.getOrDefault(request.url(), 0);
      return length == 0
          ? Answer.of(200, "application/json", Body.of("{}"))
          : Answer.of(200, "text/javascript", Body.of("/* code */ ".repeat(length / 11)));
    }
  }
}
