package dev.crosscheck.adapter.robolectric;

/** Android in a JVM with analytics-kotlin keeps what every device keeps. */
class EmbeddedKotlinIT extends EmbeddedContract {
  @Override
  EmbeddedLab lab() {
    return EmbeddedLab.kotlin();
  }
}
