package dev.crosscheck.device;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Tests that share one device, and the lab in which it stands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class InLab<L extends Lab> {
  protected L lab;
  protected Device device;

  /** The lab; closed once the tests are over. */
  protected abstract L furnish();

  @BeforeAll
  void start() {
    lab = furnish();
    device = lab.start();
  }

  @AfterAll
  void end() {
    device.close();
    lab.close();
  }
}
