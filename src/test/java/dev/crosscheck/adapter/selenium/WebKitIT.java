package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;

/** WebKitGTK keeps what every device keeps. */
class WebKitIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.webkit();
  }
}
