package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.support.Scripts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** WebKitGTK keeps what every device keeps. */
class WebKitIT extends DeviceContract {
  private static BrowserLab lab;
  private static Device device;

  @BeforeAll
  static void start() {
    lab = BrowserLab.webkit();
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

  @Override
  protected Device another() {
    return lab.start();
  }

  @Override
  protected Deployment working() {
    return lab.deploy(Scripts.PARTNER);
  }

  @Override
  protected Deployment hanging() {
    return lab.deploy(
        Scripts.partnerAnd(
            """
            crosscheckPlugin.track = () => {
              fetch('https://api.partner.test/stuck', {method: 'POST', body: '{}'});
              return new Promise(() => {});
            };
            """));
  }
}
