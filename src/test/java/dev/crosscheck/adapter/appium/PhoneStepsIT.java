package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.mobile.AppStepsContract;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a plugin sees of the steps for apps on a phone, as far as adb is real. */
class PhoneStepsIT extends AppStepsContract {
  private final PhoneLab phones = new PhoneLab(EmbeddedLab.android(), Sdk.ANALYTICS_ANDROID);

  @Override
  protected AppLab furnish() {
    return phones;
  }

  @Override
  protected boolean tellsInOrder() {
    return true;
  }

  @Override
  protected String witness() {
    return "test.partner.WitnessIntegration";
  }

  /** The system says so. */
  @Test
  void aLinkThatTheManifestDoesNotNameOpensNothing() {
    assertThatThrownBy(() -> visit.perform(new Step.DeepLink(Samples.AT, "acme://orders/7")))
        .isInstanceOf(StepNotTaken.class)
        .hasMessageContaining("unable to resolve Intent")
        .hasMessageContaining("acme://orders/7");
  }

  /** Which is none of the two that a step knows. */
  @Test
  void aPhoneThatIsDarkByTheTimeOfDayIsLeftSo() throws Exception {
    phones.phone().night("auto");
    visit.perform(new Step.Appearance(Samples.AT, Step.Appearance.Look.DARK));
    visit.perform(new Step.Appearance(Samples.AT, Step.Appearance.Look.LIGHT));
    visit.perform(new Step.Appearance(Samples.AT, Step.Appearance.Look.DARK));
    assertThat(phones.phone().night()).isEqualTo("yes");
    visit.close();

    assertThat(phones.phone().night()).isEqualTo("auto");
    visit = Visit.open(lab.recorder(), device, lab.deploy(Given.NOTHING, witness())).ready();
  }

  @AfterEach
  void nothingWasUnknown() {
    phones.assertNothingUnknown();
  }
}
