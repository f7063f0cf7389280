package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;

/** Android in a JVM with analytics-android keeps what every device keeps. */
class EmbeddedAndroidIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return EmbeddedLab.android();
  }
}
