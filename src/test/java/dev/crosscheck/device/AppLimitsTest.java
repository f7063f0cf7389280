package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppLimitsTest {
  private static final Locator BUY = new Locator("#buy", Optional.empty());

  @Test
  void cannotDoWhatIsForPages() {
    assertThat(reason(new Step.Reload(Samples.AT)))
        .contains("'reload' is for pages: the host app shows none");
    assertThat(reason(new Step.Navigate(Samples.AT, "/pricing")))
        .contains("'navigate /pricing' is for pages: the host app shows none");
    assertThat(reason(new Step.Click(Samples.AT, BUY))).isPresent();
    assertThat(reason(new Step.Type(Samples.AT, BUY, "shoes"))).isPresent();
  }

  @Test
  void doesAllThatAppsDo() {
    for (Step step : PageLimitsTest.APP_STEPS) {
      assertThat(reason(step)).as("%s", step).isEmpty();
    }
    assertThat(reason(Samples.track("A"))).isEmpty();
    assertThat(reason(new Step.Flush(Samples.AT))).isEmpty();
  }

  /** Android's have a package before their names, those of iOS are words. */
  @ParameterizedTest
  @CsvSource({
    "analytics-android, android, android.permission.CAMERA, camera",
    "analytics-kotlin,  android, com.acme.PRINT,            location-always",
    "analytics-swift,   ios,     camera,                    android.permission.CAMERA",
    "analytics-ios,     ios,     location-always,           com.acme.PRINT"
  })
  void knowsThePermissionsOfItsOwnSystem(String word, String system, String own, String foreign) {
    Sdk sdk = Sdk.of(word).orElseThrow();

    assertThat(cannot(sdk, new Step.Permission(Samples.AT, own, true))).isEmpty();
    assertThat(cannot(sdk, new Step.Permission(Samples.AT, own, false))).isEmpty();
    assertThat(cannot(sdk, new Step.Permission(Samples.AT, foreign, true)))
        .contains("'grant " + foreign + "' speaks of no permission of " + system);
    assertThat(cannot(sdk, new Step.Permission(Samples.AT, foreign, false)))
        .contains("'deny " + foreign + "' speaks of no permission of " + system);
  }

  private static Optional<String> cannot(Sdk sdk, Step step) {
    return AppLimits.cannot(scenario(step), sdk);
  }

  @Test
  void isNotUpBeforeThePlugin() {
    assertThat(reason(new Step.SdkReady(Samples.AT)))
        .contains("'sdk ready' is for pages: an app waits for the plugin too");
  }

  @Test
  void hasNoCallForAPage() {
    Step page =
        new Step.Page(
            Samples.AT, Optional.empty(), Optional.empty(), Samples.object(), CallOptions.NONE);

    assertThat(reason(page)).contains("analytics-android has no call 'page'");
    assertThat(Samples.ANDROID_JVM_KOTLIN.cannot(scenario(page)))
        .contains("analytics-kotlin has no call 'page'");
    assertThat(Samples.CHROMIUM.cannot(scenario(page))).isEmpty();
  }

  @Test
  void takesNoTimestampAndNoPreviousId() {
    CallOptions timed =
        new CallOptions(Optional.empty(), Optional.empty(), Optional.of("2026-11-21T09:30:00Z"));
    Step track = new Step.Track(Samples.AT, "A", Samples.object(), timed);

    assertThat(reason(track))
        .contains("analytics-android takes no timestamp: it has the device's own");
    assertThat(reason(alias(Optional.of("u-1"))))
        .contains("analytics-android's alias takes no previous id");
    assertThat(reason(alias(Optional.empty()))).isEmpty();
  }

  @Test
  void asksForNoConsent() {
    Consent asked =
        new Consent(Consent.Model.OPT_IN, Optional.empty(), List.of("Advertising"), List.of());
    Given given =
        new Given(true, Optional.empty(), Optional.empty(), List.of(), Optional.of(asked));
    Scenario scenario = Samples.scenario(given, List.of(Samples.track("A")), List.of());

    assertThat(Samples.ANDROID_JVM.cannot(scenario))
        .contains("analytics-android knows nothing of consent");
    assertThat(Samples.ANDROID_JVM_KOTLIN.cannot(scenario))
        .contains(
            "'consent' needs Segment's consent plugin for analytics-kotlin, which the host app does"
                + " not have");
    assertThat(Samples.CHROMIUM.cannot(scenario)).isEmpty();
  }

  @Test
  void seesNothingOfAPageInWindowsEither() {
    Expectation element = new Expectation.Element(Samples.AT, BUY, false, false, Optional.empty());
    Expectation console = new Expectation.Console(Samples.AT, Optional.empty());
    Scenario atTheEnd = Samples.scenario(List.of(Samples.track("A")), List.of(element));

    assertThat(Samples.ANDROID_JVM.cannot(atTheEnd))
        .hasValueSatisfying(why -> assertThat(why).endsWith("is of a page, and an app has none"));
    assertThat(reason(new Step.Expect(Samples.AT, List.of(element)))).isPresent();
    assertThat(reason(new Step.Expect(Samples.AT, List.of(console)))).isEmpty();
  }

  private static Step alias(Optional<String> previous) {
    return new Step.Alias(Samples.AT, "u-2", previous, Samples.object(), CallOptions.NONE);
  }

  private static Optional<String> reason(Step step) {
    return Samples.ANDROID_JVM.cannot(scenario(step));
  }

  private static Scenario scenario(Step step) {
    return Samples.scenario(List.of(step), List.of());
  }
}
