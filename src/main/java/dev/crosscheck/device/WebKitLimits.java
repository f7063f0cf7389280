package dev.crosscheck.device;

import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.HostPage;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.Optional;

/** What WebKit's drivers cannot do or see, found by trying (WebKitGTK 2.50, WPE WebKit 2.38). */
final class WebKitLimits {
  private WebKitLimits() {}

  /**
   * WPE's headless browser has one window, which stays visible whatever is asked of it; mobile
   * Safari's fills the screen.
   */
  static Optional<String> hiding(Scenario scenario, String browser) {
    return scenario.steps().stream().anyMatch(Step.Flush.class::isInstance)
        ? Optional.of("'flush' hides the page, and " + browser + " has no way to hide one")
        : Optional.empty();
  }

  /**
   * Classic WebDriver lists the cookies of the page's own site. Where third-party cookies are
   * withheld, there are no others to be seen by a claim that names no domain.
   */
  static Optional<String> cookies(Scenario scenario, boolean thirdParty) {
    for (Expectation expectation : scenario.expectations()) {
      if (expectation instanceof Expectation.Cookie cookie) {
        Optional<String> domain = cookie.domain().map(WebKitLimits::bare);
        if (domain.isEmpty() ? thirdParty : !isOwn(domain.get())) {
          return Optional.of(
              "WebKit's driver shows the cookies of the page's own site alone, and '"
                  + cookie.describe()
                  + "' may be another's");
        }
      }
    }
    return Optional.empty();
  }

  private static String bare(String domain) {
    return domain.startsWith(".") ? domain.substring(1) : domain;
  }

  private static boolean isOwn(String domain) {
    return HostPage.HOST.equals(domain) || HostPage.HOST.endsWith("." + domain);
  }
}
