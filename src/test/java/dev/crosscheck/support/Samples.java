package dev.crosscheck.support;

import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.spec.SpecCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A partner at {@code api.partner.test} with two lanes: {@code event} (POST /track, a track makes
 * one) and {@code profile} (POST /engage, an identify makes one); both carry plain JSON.
 */
public final class Samples {
  public static final SourceLocation AT = new SourceLocation("scenarios/partner/x.yaml", 1, 1);
  public static final Duration SETTLE = Duration.ofMillis(60);
  public static final BrowserSpec CHROMIUM =
      new BrowserSpec("chromium", AT, BrowserSpec.Browser.CHROME, true);
  public static final BrowserSpec FIREFOX =
      new BrowserSpec("firefox", AT, BrowserSpec.Browser.FIREFOX, true);
  public static final BrowserSpec WEBKIT =
      new BrowserSpec("webkit", AT, BrowserSpec.Browser.WEBKIT, false);
  public static final BrowserSpec SAFARI =
      new BrowserSpec("safari", AT, BrowserSpec.Browser.SAFARI, false);
  public static final BrowserSpec MOBILE_SAFARI =
      new BrowserSpec(
          "mobile-safari",
          AT,
          BrowserSpec.Browser.SAFARI,
          false,
          Optional.empty(),
          Optional.of(new BrowserSpec.Simulator("iPhone 16", Optional.of("18.2"))));
  public static final BrowserSpec WPE = new BrowserSpec("wpe", AT, BrowserSpec.Browser.WPE, false);

  public static final EmbeddedSpec ANDROID_JVM =
      new EmbeddedSpec("android-jvm", AT, EmbeddedSpec.USUAL_LEVEL, Sdk.ANALYTICS_ANDROID);
  public static final EmbeddedSpec ANDROID_JVM_KOTLIN =
      new EmbeddedSpec("android-jvm-kotlin", AT, EmbeddedSpec.USUAL_LEVEL, Sdk.ANALYTICS_KOTLIN);

  private Samples() {}

  public static EmbeddedSpec android(Sdk sdk) {
    return sdk == Sdk.ANALYTICS_KOTLIN ? ANDROID_JVM_KOTLIN : ANDROID_JVM;
  }

  public static Plugin plugin() {
    return plugin(WebPlugin.Way.REGISTER);
  }

  /** Its partner's SDK may keep what it is told until the page is left. */
  public static Plugin keepingPlugin() {
    return plugin(WebPlugin.Way.REGISTER, true);
  }

  public static Plugin plugin(WebPlugin.Way way) {
    return plugin(way, false);
  }

  private static Plugin plugin(WebPlugin.Way way, boolean leaving) {
    return plugin(
        way,
        List.of(
            type("event", "/track", SpecCall.TRACK, leaving),
            type("profile", "/engage", SpecCall.IDENTIFY, leaving)));
  }

  /** The same partner, told other messages. */
  public static Plugin plugin(MessageType... types) {
    return plugin(WebPlugin.Way.REGISTER, List.of(types));
  }

  private static Plugin plugin(WebPlugin.Way way, List<MessageType> types) {
    return new Plugin(
        "Partner",
        "partner",
        AT,
        "scenarios/partner",
        "00",
        List.of("token"),
        object().put("token", "t"),
        Supports.EVERYTHING,
        object(),
        List.of(),
        new Partner(
            List.of("api.partner.test"), List.of("cdn.partner.test"), List.of(), types, SETTLE),
        Optional.of(new WebPlugin(way, "web/partner.js", List.of())),
        Set.of());
  }

  /** The same for one of Segment's Android SDKs alone. */
  public static Plugin androidPlugin(Sdk sdk) {
    AndroidPlugin part =
        new AndroidPlugin(sdk, "partner.Factory", Optional.of("android"), List.of(), List.of());
    return plugin(new AndroidPart(Optional.empty(), List.of(part), Optional.empty()));
  }

  /** The same for Android alone. */
  public static Plugin plugin(AndroidPart android) {
    return plugin(plugin().folder(), android);
  }

  /** The same for iOS alone. */
  public static Plugin plugin(IosPart ios) {
    return plugin(plugin().folder(), ios);
  }

  /** The same in another folder. */
  public static Plugin plugin(String folder, IosPart ios) {
    Plugin web = plugin();
    return new Plugin(
        web.name(),
        web.id(),
        web.at(),
        folder,
        web.sha256(),
        web.writeKeySetting(),
        web.settings(),
        web.supports(),
        web.carries(),
        web.waivers(),
        web.partner(),
        Optional.empty(),
        Set.of("ios"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(ios),
        true);
  }

  /** The same in another folder. */
  public static Plugin plugin(String folder, AndroidPart android) {
    Plugin web = plugin();
    return new Plugin(
        web.name(),
        web.id(),
        web.at(),
        folder,
        web.sha256(),
        web.writeKeySetting(),
        web.settings(),
        web.supports(),
        web.carries(),
        web.waivers(),
        web.partner(),
        Optional.empty(),
        Set.of("android"),
        Optional.empty(),
        Optional.of(android),
        Optional.empty(),
        true);
  }

  private static MessageType type(String name, String path, SpecCall sentinel, boolean leaving) {
    MessageSource source =
        new MessageSource(
            Set.of(),
            new RequestPattern("POST", "*", path),
            List.of(new DecodeStep.FromBody(), new DecodeStep.Json()),
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            leaving,
            false);
    return new MessageType(
        name, name, List.of(source), Optional.of(new MessageType.Sentinel(sentinel, List.of())));
  }

  public static Scenario scenario(Given given, List<Step> steps, List<Expectation> expect) {
    return new Scenario(
        "partner/x",
        "a sample",
        AT,
        "00",
        "",
        given,
        steps,
        expect,
        List.of(),
        Optional.of(Duration.ofMillis(1500)));
  }

  public static Scenario scenario(List<Step> steps, List<Expectation> expect) {
    return scenario(Given.NOTHING, steps, expect);
  }

  /** A table of rows over these steps. */
  public static Scenario table(List<Step> steps, Row... rows) {
    return new Scenario(
        "partner/x",
        "a sample",
        AT,
        "00",
        "",
        Given.NOTHING,
        steps,
        List.of(),
        List.of(),
        Optional.of(Duration.ofMillis(1500)),
        List.of(rows));
  }

  /** A row of a table: from this step on, so many. */
  public static Row row(String name, int first, int count, Expectation... expect) {
    return new Row(
        AT, name, Optional.empty(), first, count, List.of(expect), List.of(), Row.Standing.ASKED);
  }

  /** The same scenario under another id. */
  public static Scenario called(String id, Scenario scenario) {
    return new Scenario(
        id,
        scenario.title(),
        scenario.at(),
        scenario.sha256(),
        scenario.text(),
        scenario.given(),
        scenario.steps(),
        scenario.expect(),
        scenario.differs(),
        scenario.deadline());
  }

  public static PlannedCell cell(Scenario scenario) {
    return cell(scenario, CHROMIUM);
  }

  public static PlannedCell cell(Scenario scenario, DeviceSpec device) {
    return new PlannedCell(
        new CellId("partner", device.id(), scenario.id()),
        plugin(),
        scenario,
        device,
        Optional.empty());
  }

  public static Step track(String event) {
    return new Step.Track(AT, event, object(), CallOptions.NONE);
  }

  public static Step identify(String user) {
    return new Step.Identify(AT, Optional.of(user), object(), CallOptions.NONE);
  }

  /** {@code partner: <type>, times: n, match: {event: name}}. */
  public static Expectation event(String name, Times times) {
    return new Expectation.Messages(AT, "event", times, false, Optional.of(named(name)));
  }

  public static Expectation onlyEvent(String name) {
    return new Expectation.Messages(AT, "event", Times.exactly(1), true, Optional.of(named(name)));
  }

  public static Expectation never(String type) {
    return new Expectation.Messages(AT, type, Times.NEVER, false, Optional.empty());
  }

  public static Pattern named(String event) {
    return new Pattern.Fields(Map.of("event", new Pattern.Literal(StringNode.valueOf(event))));
  }

  /** {@code drop: {event: …}}, for Partner where it is for a destination. */
  public static Middleware drop(String event, boolean destination) {
    return new Middleware.Drop(AT, tracked(event), partner(destination));
  }

  /** {@code change: {event: …}}, for Partner where it is for a destination. */
  public static Middleware change(String event, ObjectNode to, boolean destination) {
    return new Middleware.Change(AT, tracked(event), to, partner(destination));
  }

  private static EventMatch tracked(String event) {
    return new EventMatch(Optional.empty(), Optional.of(event), Optional.empty());
  }

  private static Optional<String> partner(boolean destination) {
    return destination ? Optional.of("Partner") : Optional.empty();
  }

  /** Where the plugin has destination filters in Segment. */
  public static Given filtering(Middleware... filters) {
    return given(List.of(), List.of(filters));
  }

  /** Where the customer has middleware. */
  public static Given given(Middleware... middleware) {
    return given(List.of(middleware), List.of());
  }

  /** Where there are both. */
  public static Given given(List<Middleware> middleware, List<Middleware> filters) {
    return new Given(
        true, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), middleware, filters);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
