package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebKitLimitsTest {
  private static final BrowserSpec ALLOWING =
      new BrowserSpec("allowing", Samples.AT, BrowserSpec.Browser.WEBKIT, true);

  @Test
  void wpeAndMobileSafariCannotHideThePage() {
    Scenario flushing =
        Samples.scenario(List.of(Samples.track("A"), new Step.Flush(Samples.AT)), List.of());

    assertThat(Samples.WPE.cannot(flushing))
        .contains("'flush' hides the page, and WPE's browser has no way to hide one");
    assertThat(Samples.MOBILE_SAFARI.cannot(flushing))
        .contains("'flush' hides the page, and mobile Safari has no way to hide one");
    assertThat(Samples.SAFARI.cannot(flushing)).isEmpty();
    assertThat(Samples.WEBKIT.cannot(flushing)).isEmpty();
    assertThat(Samples.CHROMIUM.cannot(flushing)).isEmpty();
  }

  @Test
  void seesNoCookiesOfOtherSites() {
    assertThat(Samples.WEBKIT.cannot(claiming(Optional.of(".partner.test"))))
        .contains(
            "WebKit's driver shows the cookies of the page's own site alone, and 'cookie: id of"
                + " .partner.test' may be another's");
    assertThat(Samples.WPE.cannot(claiming(Optional.of("partner.test")))).isPresent();
    assertThat(Samples.SAFARI.cannot(claiming(Optional.of("partner.test")))).isPresent();
    assertThat(Samples.CHROMIUM.cannot(claiming(Optional.of("partner.test")))).isEmpty();
    for (String own : List.of("shop.crosscheck.test", ".crosscheck.test", "crosscheck.test")) {
      assertThat(Samples.WEBKIT.cannot(claiming(Optional.of(own)))).isEmpty();
    }
  }

  @Test
  void mayMissACookieOfNoDomainOnlyWhereOtherSitesMaySetSome() {
    assertThat(Samples.WEBKIT.cannot(claiming(Optional.empty()))).isEmpty();
    assertThat(ALLOWING.cannot(claiming(Optional.empty()))).isPresent();
  }

  @Test
  void looksIntoExpectationsInMidScenario() {
    Step window = new Step.Expect(Samples.AT, claiming(Optional.of("partner.test")).expect());
    Scenario scenario = Samples.scenario(List.of(Samples.track("A"), window), List.of());

    assertThat(Samples.WEBKIT.cannot(scenario)).isPresent();
  }

  private static Scenario claiming(Optional<String> domain) {
    return Samples.scenario(
        List.of(Samples.track("A")),
        List.of(new Expectation.Cookie(Samples.AT, "id", domain, true, Optional.empty())));
  }
}
