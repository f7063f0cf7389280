package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.BrowserSpec;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * How Chromium is started: without a display, without a word of its own to anybody. A phone's user
 * agent is given here too, since shared and service workers heed no other.
 */
final class ChromiumFlags {
  private static final List<String> USUAL =
      List.of(
          "--headless=new",
          "--lang=en-US",
          "--window-size=1280,900",
          "--disable-dev-shm-usage",
          "--disable-gpu",
          "--no-first-run",
          "--no-default-browser-check",
          "--password-store=basic",
          "--use-mock-keychain",
          // what a customer's browser does not say of itself
          "--disable-blink-features=AutomationControlled",
          // what would go round the proxy
          "--disable-quic",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
          // what Chromium would ask of its maker's hosts
          "--disable-background-networking",
          "--disable-breakpad",
          "--disable-client-side-phishing-detection",
          "--disable-component-extensions-with-background-pages",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--disable-extensions",
          "--disable-sync",
          "--metrics-recording-only",
          "--disable-features=AutofillServerCommunication,CertificateTransparencyComponentUpdater,"
              + "HttpsUpgrades,InterestFeedContentSuggestions,MediaRouter,"
              + "NetworkTimeServiceQuerying,OptimizationGuideModelDownloading,OptimizationHints,"
              + "WebUIOmniboxAimPopup,WebUIOmniboxPopup,"
              // a process ahead for a page that never comes
              + "SpareRendererForSitePerProcess,Translate");

  /**
   * Frames of other sites live in their page's process, as in Chrome on Android: only there do they
   * have the emulated screen.
   */
  private static final String SHARED_PROCESS = "--disable-site-isolation-trials";

  private ChromiumFlags() {}

  /**
   * @param version of the browser; empty where it is not known yet, which keeps its own user agent
   * @param trust the one authority whose certificates are taken; any other stays refused
   * @param root Chromium's sandbox does not run as root
   */
  static List<String> arguments(
      ChromiumBrand brand, BrowserSpec spec, String version, TrustAnchor trust, boolean root) {
    List<String> arguments = new ArrayList<>(USUAL);
    arguments.add("--ignore-certificate-errors-spki-list=" + publicKeyPin(trust));
    if (root) {
      arguments.add("--no-sandbox");
    }
    if (!version.isEmpty()) {
      arguments.add(
          "--user-agent="
              + spec.phone()
                  .map(phone -> PhoneUserAgent.of(phone, version))
                  .orElseGet(() -> userAgent(brand, version)));
    }
    if (spec.phone().isPresent()) {
      arguments.add(SHARED_PROCESS);
    }
    return arguments;
  }

  /** The SHA-256 of the authority's SubjectPublicKeyInfo in base64, as RFC 7469 pins keys. */
  private static String publicKeyPin(TrustAnchor trust) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] key = trust.certificate().getPublicKey().getEncoded();
      return Base64.getEncoder().encodeToString(sha256.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Debian's Chromium withholds third-party cookies; a customer's browser sends them. */
  static Map<String, Object> preferences(BrowserSpec spec) {
    return Map.of(
        "profile.block_third_party_cookies",
        !spec.thirdPartyCookies(),
        "profile.cookie_controls_mode",
        spec.thirdPartyCookies() ? 0 : 1);
  }

  /** Chrome's own, which names nothing smaller than the major version. */
  private static String userAgent(ChromiumBrand brand, String version) {
    String major = version.replaceFirst("\\..*", "");
    return "Mozilla/5.0 ("
        + platform(System.getProperty("os.name", ""))
        + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
        + major
        + ".0.0.0 Safari/537.36"
        + brand.userAgentSuffix(major);
  }

  private static String platform(String system) {
    if (system.startsWith("Mac")) {
      return "Macintosh; Intel Mac OS X 10_15_7";
    }
    return system.startsWith("Windows") ? "Windows NT 10.0; Win64; x64" : "X11; Linux x86_64";
  }
}
