package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * A running Firefox. It is prepared through the window of the browser itself, where scripts may do
 * what a user can in its settings: no page is reached from there.
 */
final class Firefox {
  private static final Logger LOG = LoggerFactory.getLogger(Firefox.class);

  /**
   * What may not get out of a page that is being left. Of 60 tries with Firefox 153 on a busy
   * machine WebSocket messages were lost in all, images in 54, a fetch without keepalive and a
   * synchronous XMLHttpRequest in 35 each, a fetch with keepalive in 25; beacons always came.
   */
  private static final Map<String, String> DROPS =
      Map.of(
          "dropsWhenLeft",
          "fetch with keepalive, fetch without keepalive, images, synchronous XMLHttpRequest,"
              + " WebSocket messages");

  private Firefox() {}

  /** Connects to a Firefox that has just been started. */
  static BidiBrowser open(Endpoint endpoint, Runnable end, Deadline by) {
    URI session = URI.create(endpoint.webDriver() + "/session");
    return new BidiBrowser(session, new GeckoLog(), Json.array(), new KeptWindows(), end, by);
  }

  /** Takes it for this run. */
  static BrowserFacts begin(BidiBrowser browser, TrustAnchor trust, Deadline by) {
    String version = session(browser, by);
    String window = ownWindow(browser, version, by);
    String refusal = browser.evaluate(window, trusting(trust), by);
    if (!refusal.isEmpty()) {
      throw new DeviceLost("Firefox " + version + " does not take the run's authority: " + refusal);
    }
    String shown = browser.evaluate(window, LIKE_A_CUSTOMERS, by);
    if (!shown.isEmpty()) {
      LOG.debug("pages can tell that Firefox is driven: {}", shown);
    }
    browser.listen(by);
    return new BrowserFacts("Firefox", version, DROPS);
  }

  private static String session(BidiBrowser browser, Deadline by) {
    var wanted = Json.object().set("capabilities", Json.object());
    try {
      JsonNode session =
          Patience.await("a session", browser.bidi().send("session.new", wanted), by);
      return session.path("capabilities").path("browserVersion").asString("");
    } catch (WebDriverError e) {
      throw new DeviceLost("Firefox gives no WebDriver session: " + e.getMessage(), e);
    }
  }

  /** Of the browser, not of a page. */
  private static String ownWindow(BidiBrowser browser, String version, Deadline by) {
    var asked = Json.object().put("moz:scope", "chrome").put("maxDepth", 0);
    try {
      return Patience.await(
              "its own window", browser.bidi().send("browsingContext.getTree", asked), by)
          .path("contexts")
          .path(0)
          .path("context")
          .asString();
    } catch (WebDriverError e) {
      throw new DeviceLost(
          "Firefox " + version + " cannot be told whom to trust, it is too old: " + e.getMessage(),
          e);
    }
  }

  /** As a user does who imports it, for sites and nothing else; says why not. */
  private static String trusting(TrustAnchor trust) {
    try {
      String certificate = Base64.getEncoder().encodeToString(trust.certificate().getEncoded());
      return """
      (() => {
        try {
          Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)
            .addCertFromBase64("%s", "C,,");
          return "";
        } catch (e) { return e; }
      })()"""
          .formatted(certificate);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was made can be written", e);
    }
  }

  /** Firefox's own way to tell its pages whether it is driven; says why they know it still. */
  private static final String LIKE_A_CUSTOMERS =
      """
      (() => {
        try {
          ChromeUtils.importESModule("chrome://remote/content/components/RemoteAgent.sys.mjs")
            .RemoteAgent.updateWebdriverActiveFlag(false);
          return "";
        } catch (e) { return e; }
      })()""";
}
