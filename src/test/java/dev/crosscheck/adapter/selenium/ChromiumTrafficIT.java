package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.EveryWayOutContract;
import dev.crosscheck.device.Lab;

/** Chromium loses nothing. */
class ChromiumTrafficIT extends EveryWayOutContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.chromium();
  }
}
