package dev.crosscheck.adapter.appium;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;
import org.junit.jupiter.api.AfterEach;

/** A simulator keeps what every device keeps, as far as the driver is real. */
class SimulatorIT extends DeviceContract {
  private final SimulatorLab simulators = new SimulatorLab();

  @Override
  protected Lab furnish() {
    return simulators;
  }

  @AfterEach
  void nothingWasUnknown() {
    simulators.assertNothingUnknown();
  }
}
