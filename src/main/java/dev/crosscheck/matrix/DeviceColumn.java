package dev.crosscheck.matrix;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceSpec;
import java.util.Optional;

/**
 * A device of the matrix, there or not.
 *
 * @param facts what it turned out to be; empty until it has been started
 * @param reason why it is not available; empty where it is
 */
public record DeviceColumn(
    DeviceSpec spec,
    Optional<DeviceFacts> facts,
    Optional<String> reason,
    Optional<String> remedy) {
  public boolean isAvailable() {
    return reason.isEmpty();
  }

  /** Why its way out is not closed; empty where it is. Known before it starts. */
  public Optional<String> notClosed() {
    return spec.notClosed();
  }

  /** Whether it only looks like the device that it shows; known before it starts. */
  public boolean isEmulated() {
    return facts
        .map(DeviceFacts::emulated)
        .orElseGet(() -> spec instanceof BrowserSpec browser && browser.phone().isPresent());
  }
}
