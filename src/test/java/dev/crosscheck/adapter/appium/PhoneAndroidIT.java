package dev.crosscheck.adapter.appium;

import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;
import dev.crosscheck.scenario.Sdk;
import org.junit.jupiter.api.AfterEach;

/** A phone with analytics-android keeps what every device keeps, as far as adb is real. */
class PhoneAndroidIT extends DeviceContract {
  private final PhoneLab phones = new PhoneLab(EmbeddedLab.android(), Sdk.ANALYTICS_ANDROID);

  @Override
  protected Lab furnish() {
    return phones;
  }

  @AfterEach
  void nothingWasUnknown() {
    phones.assertNothingUnknown();
  }
}
