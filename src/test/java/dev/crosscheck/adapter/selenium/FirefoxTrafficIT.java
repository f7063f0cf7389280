package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.EveryWayOutContract;
import dev.crosscheck.device.Lab;

/** Firefox loses nothing. */
class FirefoxTrafficIT extends EveryWayOutContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.firefox();
  }
}
