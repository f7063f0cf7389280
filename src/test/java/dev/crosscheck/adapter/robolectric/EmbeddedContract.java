package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What embedded devices keep, whichever SDK they run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbeddedContract extends DeviceContract {
  private EmbeddedLab lab;
  private Device device;

  abstract EmbeddedLab lab();

  @BeforeAll
  void start() {
    lab = lab();
    device = lab.start();
  }

  @AfterAll
  void end() {
    device.close();
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
    return lab.deploy();
  }

  @Override
  protected Deployment hanging() {
    return lab.deploy();
  }
}
