package dev.crosscheck.adapter.robolectric;

/** What a plugin for analytics-kotlin sees of the steps for apps. */
class EmbeddedKotlinStepsIT extends EmbeddedStepsContract {
  @Override
  protected EmbeddedLab furnish() {
    return EmbeddedLab.kotlin();
  }

  @Override
  String witness() {
    return "test.partner.WitnessPlugin";
  }
}
