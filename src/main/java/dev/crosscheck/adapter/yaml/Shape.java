package dev.crosscheck.adapter.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Every map of the format with the keys it takes, in the order in which they are told. The JSON
 * Schemas in {@code harness/schema} hold a definition of the same name and keys for each; a test
 * compares them.
 */
enum Shape {
  // plugin.yaml
  PLUGIN(
      needs("plugin", "writeKeySetting", "partner"),
      takes("settings", "supports", "carries", "conformance", "waive", "web", "android", "ios")),
  PLUGIN_NAMES(needs(), takes("web", "android", "ios")),
  SUPPORTS(needs(), takes("calls", "events")),
  WAIVER(needs("scenario", "because", "since"), takes("row", "device")),
  PARTNER(needs("hosts", "messages"), takes("assets", "answers", "settle")),
  ANSWER(needs("request"), takes("status", "headers", "body", "file", "delay")),
  MESSAGE_SOURCE(
      needs("request"),
      takes("on", "decode", "where", "as", "id", "lane", "at", "delivers", "ambient", "sentinel")),
  FIELD(needs(), takes("number", "json")),
  SENTINEL(needs("call"), takes("also")),
  WEB(needs(), takes("register", "classic", "action", "libraries", "build")),
  ANDROID(needs(), takes("analytics-android", "analytics-kotlin", "build", "app")),
  ANDROID_PLUGIN(needs("factory"), takes("sources", "libraries", "artifacts")),
  IOS(needs(), takes("analytics-swift", "analytics-ios", "build")),
  IOS_PLUGIN(needs("factory"), takes("sources", "packages", "app")),
  IOS_PACKAGE(needs("url", "version", "product"), takes()),

  // a scenario
  SCENARIO(needs("scenario"), takes("steps", "expect", "given", "differs", "deadline", "rows")),
  ROW(needs("row", "expect"), takes("steps", "differs", "see")),
  GIVEN(
      needs(),
      takes("enabled", "settings", "integrations", "answers", "consent", "middleware", "filters")),
  GIVEN_ANSWER(needs("request"), takes("status", "headers", "body", "file", "delay", "gate")),
  CONSENT(needs("model"), takes("categories", "needs")),
  DROP(needs("drop"), takes("for")),
  CHANGE(needs("change", "to"), takes("for")),
  FILTER_DROP(needs("drop"), takes()),
  FILTER_TAKE(needs("take", "from"), takes()),
  EVENT_MATCH(needs(), takes("type", "event", "name")),
  CHANGED_EVENT(needs(), takes("event", "properties", "traits", "context")),
  DIFFERENCE(needs("because", "expect"), takes()),

  // steps: the first key names the step
  IDENTIFY(needs("identify"), call("traits")),
  TRACK(needs("track"), call("properties")),
  PAGE(needs("page"), call("category", "properties")),
  SCREEN(needs("screen"), call("category", "properties")),
  GROUP(needs("group"), call("traits")),
  ALIAS(needs("alias"), call("previousId")),
  READY(needs("ready"), takes()),
  SDK_READY(needs("sdk ready"), takes()),
  FLUSH(needs("flush"), takes()),
  RESET(needs("reset"), takes()),
  RELOAD(needs("reload"), takes()),
  NAVIGATE(needs("navigate"), takes()),
  CLICK(needs("click"), takes()),
  CLICKED(needs("css"), takes("frame"), later("id")),
  TYPE(needs("type"), takes()),
  TYPED(needs("css", "text"), takes("frame"), later("id")),
  CONSENT_SAID(needs("consent"), takes()),
  BACKGROUND(needs("background"), takes()),
  FOREGROUND(needs("foreground"), takes()),
  RELAUNCH(needs("relaunch"), takes()),
  DEEP_LINK(needs("deep link"), takes()),
  ROTATE(needs("rotate"), takes()),
  APPEARANCE(needs("appearance"), takes()),
  GRANT(needs("grant"), takes()),
  DENY(needs("deny"), takes()),
  PUSH(needs("push"), takes()),
  PUSHED(needs(), takes("token", "received", "opened")),
  OPT(needs("opt"), takes()),
  NETWORK(needs("network"), takes()),
  NETWORK_TO(needs("is", "to"), takes()),
  SLOW_NETWORK(needs("slow"), takes()),
  SLOWNESS(needs(), takes("latency", "bandwidth")),
  PARTNER_ANSWERS(needs("partner answers"), takes()),
  PARTNER_ANSWERS_TO(needs("with"), takes("to", "share", "seed")),
  BEHAVIOUR(needs(), takes("slow", "truncated", "reset in body", "garbage")),
  WAIT_UNTIL(needs("wait until"), takes()),
  AWAITED(needs("partner"), takes("times", "match")),
  PARTNER_ASKED(needs("partner asked"), takes()),
  ASKED(needs("within"), takes("times")),
  EXPECT(needs("expect"), takes()),

  // expectations: the first key names the expectation
  EXPECTED_MESSAGES(needs("partner"), takes("times", "only", "match")),
  EXPECTED_REQUESTS(needs("request"), takes("times", "match")),
  REQUEST_MATCH(needs(), takes("url", "query", "headers", "body")),
  EXPECTED_DELIVERY(needs("segment"), takes("times", "match")),
  EXPECTED_COOKIE(needs("cookie"), takes("absent", "value")),
  COOKIE_NAME(needs("name"), takes("domain")),
  EXPECTED_STORAGE(needs("storage"), takes("absent", "value")),
  STORAGE_KEY(needs(), takes("local", "session")),
  EXPECTED_ELEMENT(needs("element"), takes("absent")),
  ELEMENT(needs("css"), takes("frame", "visible", "text"), later("id")),
  EXPECTED_CONSOLE(needs("console"), takes()),
  EXPECTED_GLOBALS(needs("globals"), takes()),
  EXPECTED_REPEATED(needs("repeated"), takes()),
  EXPECTED_NOTHING(needs("nothing"), takes()),
  EXPECTED_ARRIVAL(
      needs("arrives"), takes("call", "with", "without", "in order", "tries", "visitor")),
  EXPECTED_SENDS(needs("sends"), takes("times")),
  EXPECTED_ALWAYS(needs("always"), takes()),
  EXPECTED_ORDER(needs("order"), takes()),
  TIMES(needs(), takes("at least", "at most")),

  // devices.yaml
  DEVICES(needs("devices"), takes("suite")),
  DEVICE(
      needs("browser"),
      takes("emulate", "simulator", "platformVersion", "thirdPartyCookies"),
      later("appium", "capabilities", "grid", "container")),
  ANDROID_DEVICE(needs("android"), takes("api", "sdk")),
  ANDROID_EMULATOR(needs("android"), takes("avd", "sdk", "appium", "capabilities")),
  ANDROID_PHONE(needs("android"), takes("udid", "sdk", "appium", "capabilities")),
  IOS_SIMULATOR(
      needs("ios"),
      takes("deviceName", "platformVersion", "udid", "fresh", "sdk", "appium", "capabilities")),
  IOS_PHONE(needs("ios"), takes("udid", "sdk", "appium", "capabilities")),
  SUITE(needs("require"), takes()),
  REQUIREMENT(
      needs(),
      takes(
          "browser",
          "android",
          "ios",
          "emulate",
          "simulator",
          "api",
          "sdk",
          "avd",
          "deviceName",
          "platformVersion",
          "thirdPartyCookies"));

  private final List<String> required;
  private final List<String> keys;
  private final List<String> notYet;

  Shape(List<String> required, List<String> optional) {
    this(required, optional, List.of());
  }

  Shape(List<String> required, List<String> optional, List<String> notYet) {
    this.required = required;
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    this.keys = List.copyOf(all);
    this.notYet = notYet;
  }

  List<String> required() {
    return required;
  }

  /** Every key that it takes. */
  List<String> keys() {
    return keys;
  }

  /** Keys that are meant to be taken one day: told apart from a mistake. */
  List<String> notYet() {
    return notYet;
  }

  private static List<String> needs(String... keys) {
    return List.of(keys);
  }

  private static List<String> takes(String... keys) {
    return List.of(keys);
  }

  private static List<String> later(String... keys) {
    return List.of(keys);
  }

  /** What may go with any Spec call, after the call's own keys. */
  private static List<String> call(String... own) {
    List<String> keys = new ArrayList<>(List.of(own));
    keys.addAll(List.of("context", "integrations", "timestamp"));
    return keys;
  }
}
