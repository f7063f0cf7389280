package dev.crosscheck.adapter.robolectric;

/** Android in a JVM with analytics-android keeps what every device keeps. */
class EmbeddedAndroidIT extends EmbeddedContract {
  @Override
  EmbeddedLab lab() {
    return EmbeddedLab.android();
  }
}
