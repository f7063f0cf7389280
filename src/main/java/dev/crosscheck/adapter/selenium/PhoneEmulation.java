package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Phone;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the windows of one user in Chromium look like a phone's, before a page opens in them. Other
 * users of the same browser keep what they have.
 */
final class PhoneEmulation {
  /** As many fingers as phones tell. */
  private static final int FINGERS = 5;

  private final Phone phone;
  private final String version;

  /**
   * @param version of Chromium, in full
   */
  PhoneEmulation(Phone phone, String version) {
    this.phone = phone;
    this.version = version;
  }

  /** All windows of a user who has none yet, those included that a page opens by itself. */
  void apply(BidiConnection bidi, String user, Deadline by) {
    List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
    answers.add(bidi.send("browsingContext.setViewport", of(user, viewport())));
    answers.add(bidi.send("emulation.setScreenSettingsOverride", of(user, screen())));
    answers.add(bidi.send("emulation.setScreenOrientationOverride", of(user, upright())));
    answers.add(
        bidi.send(
            "emulation.setTouchOverride", of(user, Json.object().put("maxTouchPoints", FINGERS))));
    answers.add(bidi.send("emulation.setUserAgentOverride", of(user, userAgent())));
    if (phone.system() == Phone.OperatingSystem.ANDROID) {
      answers.add(bidi.send("userAgentClientHints.setClientHintsOverride", of(user, hints())));
    }
    answers.add(
        bidi.send(
            "script.addPreloadScript",
            of(user, Json.object().put("functionDeclaration", navigator()))));
    answers.forEach(answer -> Patience.await("a phone's screen and name", answer, by));
  }

  /**
   * A window that has not yet opened a page: its pages are laid out as on a phone, by {@code <meta
   * name=viewport>} or 980 wide. Chromium's {@code emulation.setViewportMetaOverride} does the
   * first only, and tells pages an {@code innerWidth} four times theirs.
   */
  void applyToWindow(BidiConnection bidi, String context, Deadline by) {
    ObjectNode metrics =
        Json.object()
            .put("width", phone.width())
            .put("height", phone.pageHeight())
            .put("deviceScaleFactor", phone.pixelRatio())
            .put("mobile", true)
            .put("screenWidth", phone.width())
            .put("screenHeight", phone.height());
    metrics.putObject("screenOrientation").put("type", "portraitPrimary").put("angle", 0);
    CompletableFuture<JsonNode> laidOut =
        bidi.send("goog:cdp.getSession", Json.object().put("context", context))
            .thenCompose(
                target ->
                    bidi.send(
                        "goog:cdp.sendCommand",
                        Json.object()
                            .put("method", "Emulation.setDeviceMetricsOverride")
                            .put("session", target.path("session").asString(""))
                            .set("params", metrics)));
    Patience.await("a phone's layout", laidOut, by);
  }

  private static ObjectNode of(String user, ObjectNode params) {
    return params.set("userContexts", Json.array(user));
  }

  private ObjectNode viewport() {
    ObjectNode params = Json.object().put("devicePixelRatio", phone.pixelRatio());
    params.putObject("viewport").put("width", phone.width()).put("height", phone.pageHeight());
    return params;
  }

  private ObjectNode screen() {
    ObjectNode params = Json.object();
    params.putObject("screenArea").put("width", phone.width()).put("height", phone.height());
    return params;
  }

  private static ObjectNode upright() {
    ObjectNode params = Json.object();
    params
        .putObject("screenOrientation")
        .put("natural", "portrait")
        .put("type", "portrait-primary");
    return params;
  }

  /** Without client hints of its own, a user agent takes away those that the browser has. */
  private ObjectNode userAgent() {
    return Json.object().put("userAgent", PhoneUserAgent.of(phone, version));
  }

  /** The brands stay Chromium's own. */
  private ObjectNode hints() {
    ObjectNode params = Json.object();
    ObjectNode hints =
        params
            .putObject("clientHints")
            .put("platform", phone.system().label())
            .put("platformVersion", phone.systemVersion() + ".0.0")
            .put("model", phone.model())
            .put("mobile", true)
            .put("architecture", "")
            .put("bitness", "");
    hints.set("formFactors", Json.array("Mobile"));
    hints.putArray("fullVersionList").addObject().put("brand", "Chromium").put("version", version);
    return params;
  }

  /** What no command sets: {@code navigator.platform}, and that an iPhone has no client hints. */
  private String navigator() {
    boolean iphone = phone.system() == Phone.OperatingSystem.IOS;
    return """
    () => {
      Object.defineProperty(Navigator.prototype, 'platform',
        {get: () => '%s', configurable: true, enumerable: true});
      %s
    }"""
        .formatted(
            iphone ? "iPhone" : "Linux armv81",
            iphone
                ? "delete Navigator.prototype.userAgentData; delete globalThis.NavigatorUAData;"
                : "");
  }
}
