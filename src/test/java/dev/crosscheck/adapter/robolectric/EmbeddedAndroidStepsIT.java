package dev.crosscheck.adapter.robolectric;

/** What a plugin for analytics-android sees of the steps for apps. */
class EmbeddedAndroidStepsIT extends EmbeddedStepsContract {
  @Override
  protected EmbeddedLab furnish() {
    return EmbeddedLab.android();
  }

  @Override
  boolean tellsInOrder() {
    return true;
  }

  @Override
  String witness() {
    return "test.partner.WitnessIntegration";
  }
}
