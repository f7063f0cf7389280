package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.EveryWayOutContract;
import dev.crosscheck.device.Lab;

/** WebKitGTK loses nothing. */
class WebKitTrafficIT extends EveryWayOutContract {
  @Override
  protected Lab furnish() {
    return BrowserLab.webkit();
  }
}
