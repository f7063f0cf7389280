package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.EveryWayOutContract;
import dev.crosscheck.device.Lab;

/** WPE WebKit loses nothing. */
class WpeTrafficIT extends EveryWayOutContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.wpe();
  }
}
