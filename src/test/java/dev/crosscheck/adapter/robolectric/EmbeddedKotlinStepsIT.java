package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.mobile.AppStepsContract;

/** What a plugin for analytics-kotlin sees of the steps for apps. */
class EmbeddedKotlinStepsIT extends AppStepsContract {
  @Override
  protected AppLab furnish() {
    return EmbeddedLab.kotlin();
  }

  /** It does so on several threads at once. */
  @Override
  protected boolean tellsInOrder() {
    return false;
  }

  @Override
  protected String witness() {
    return "test.partner.WitnessPlugin";
  }
}
