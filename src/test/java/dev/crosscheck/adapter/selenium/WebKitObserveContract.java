package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can be read from a WebKit by classic WebDriver, and what cannot. */
abstract class WebKitObserveContract extends BrowserObserveContract {
  private static final String ASKING_TWICE =
      Scripts.partnerAnd(
          """
          addEventListener('DOMContentLoaded', () => {
            const frame = document.createElement('iframe');
            frame.src = 'https://shop.partner.test/';
            frame.onload = () => { new Image().src = 'https://shop.partner.test/pixel'; };
            document.body.append(frame);
          });
          """);

  /** The page's own alone: a claim on another's is not judged here. */
  @Test
  @Override
  void readsCookiesOfEveryDomain() throws Exception {
    try (Visit visit = framed(device)) {
      assertThat(cookies(visit))
          .filteredOn(cookie -> cookie.name().equals("own"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.value()).isEqualTo("a");
                assertThat(cookie.domain()).isEqualTo("shop.crosscheck.test");
                assertThat(cookie.secure()).isTrue();
                assertThat(cookie.sameSite()).isEqualToIgnoringCase("lax");
                assertThat(cookie.expires()).isPositive();
              });
      assertThat(cookies(visit)).noneMatch(cookie -> cookie.domain().contains("partner"));
    }
  }

  /** Seen by what is sent. */
  @Test
  @Override
  void withholdsThirdPartyCookiesWhereTheDeviceSaysSo() throws Exception {
    assertThat(cookieSentToThePartner(device)).isEmpty();
    BrowserSpec allowing = new BrowserSpec("allowing", Samples.AT, lab.usual().browser(), true);
    try (Device other = lab.start(allowing)) {
      assertThat(cookieSentToThePartner(other)).contains("third=1");
    }
  }

  /** The engine's own words cannot be had. */
  @Override
  String blocked() {
    return "insecure";
  }

  @Test
  void keepsTheConsoleOverPages() throws Exception {
    String leaving =
        Scripts.partnerAnd(
            """
            if (location.pathname === '/') {
              console.log('first page');
              addEventListener('pagehide', () => console.log('going'));
              addEventListener('load', () => setTimeout(() => location.assign('/second'), 200));
            } else {
              console.log('second page');
            }
            """);
    try (Visit visit = open(lab.deploy(leaving))) {
      assertThat(visit.linesUntil("second page"))
          .extracting(Observation.Line::text)
          .containsSubsequence("first page", "going", "second page");
      assertThat(visit.<Observation.Storage>observe(new Probe.Storage()).session())
          .doesNotContainKey("crosscheck.console");
    }
  }

  @Test
  void looksToThePageLikeACustomersBrowser() throws Exception {
    String telling =
        Scripts.partnerAnd(
            """
            console.log('agent', navigator.userAgent);
            console.log('webdriver', navigator.webdriver);
            console.log('languages', navigator.languages.join());
            console.log('state', document.visibilityState, document.hasFocus());
            """);
    try (Visit visit = visit(telling);
        Visit second = visit(telling)) {
      List<String> lines = visit.linesUntil("state").stream().map(Observation.Line::text).toList();

      assertThat(lines)
          .anyMatch(line -> line.matches("agent Mozilla/5.0 .* Version/[\\d.]+ Safari/605.1.15"))
          .contains("webdriver false", "languages en-US", "state visible true");
      assertThat(second.linesUntil("state"))
          .extracting(Observation.Line::text)
          .contains("state visible true");
    }
  }

  private Optional<String> cookieSentToThePartner(Device browser) throws Exception {
    try (Visit visit =
        Visit.open(
            lab.recorder(),
            browser,
            lab.deploy(
                BrowserLab.framed("<p>framed</p>"), ASKING_TWICE, Map.of(), Given.NOTHING, true))) {
      return visit.awaited("GET shop.partner.test/pixel").request().header("cookie");
    }
  }
}
