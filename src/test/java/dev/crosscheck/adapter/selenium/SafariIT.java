package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;
import dev.crosscheck.support.Samples;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Safari keeps what every device keeps, as far as that is ours: a WebKitGTK stands in for it. */
class SafariIT extends DeviceContract {
  @TempDir static Path folder;

  @Override
  protected Lab furnish() {
    return BrowserLab.safari(new SafariMac(folder), Samples.SAFARI);
  }
}
