package dev.crosscheck.adapter.robolectric;

/** What a plugin for analytics-kotlin sees of the steps for apps. */
class EmbeddedKotlinStepsIT extends EmbeddedStepsContract {
  @Override
  protected EmbeddedLab furnish() {
    return EmbeddedLab.kotlin();
  }

  /** It does so on several threads at once. */
  @Override
  boolean tellsInOrder() {
    return false;
  }

  @Override
  String witness() {
    return "test.partner.WitnessPlugin";
  }
}
