package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;

/** WPE WebKit keeps what every device keeps. */
class WpeIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.wpe();
  }
}
