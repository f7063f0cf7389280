package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;

/** Firefox keeps what every device keeps. */
class FirefoxIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.firefox();
  }
}
