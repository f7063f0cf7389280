package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;

/** Chromium keeps what every device keeps. */
class ChromiumIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.chromium();
  }
}
