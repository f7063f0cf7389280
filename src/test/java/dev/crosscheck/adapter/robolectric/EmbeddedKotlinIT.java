package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;

/** Android in a JVM with analytics-kotlin keeps what every device keeps. */
class EmbeddedKotlinIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return EmbeddedLab.kotlin();
  }
}
