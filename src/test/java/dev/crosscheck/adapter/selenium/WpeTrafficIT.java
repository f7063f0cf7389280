package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.EveryWayOutContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** WPE WebKit loses nothing. */
class WpeTrafficIT extends EveryWayOutContract {
  private static BrowserLab lab;
  private static Device device;

  @BeforeAll
  static void start() {
    lab = BrowserLab.wpe();
    device = lab.start();
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  @Override
  protected Recorder recorder() {
    return lab.recorder();
  }

  @Override
  protected Device device() {
    return device;
  }
}
