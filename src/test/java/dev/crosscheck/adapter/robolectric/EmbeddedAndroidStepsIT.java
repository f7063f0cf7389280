package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.mobile.AppStepsContract;

/** What a plugin for analytics-android sees of the steps for apps. */
class EmbeddedAndroidStepsIT extends AppStepsContract {
  @Override
  protected AppLab furnish() {
    return EmbeddedLab.android();
  }

  @Override
  protected boolean tellsInOrder() {
    return true;
  }

  @Override
  protected String witness() {
    return "test.partner.WitnessIntegration";
  }
}
