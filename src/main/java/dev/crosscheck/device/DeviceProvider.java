package dev.crosscheck.device;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.util.Optional;
import java.util.Set;

/** Knows one family of devices. */
public interface DeviceProvider extends AutoCloseable {
  boolean handles(DeviceSpec spec);

  /** Starts nothing and fetches nothing; under 2 s. */
  Availability check(DeviceSpec spec);

  /** What is wrong with a device that can be had, in a sentence; as quick as {@link #check}. */
  default Optional<String> warning(DeviceSpec spec) {
    return Optional.empty();
  }

  /** The programs that the device runs on here; those of all devices are fetched together. */
  default Set<Program> programs(DeviceSpec spec) {
    return Set.of();
  }

  /**
   * Finds or fetches what the device needs. Slow the first time; called before any cell's clock
   * starts.
   */
  void prepare(DeviceSpec spec) throws Shortage;

  /** Starts the device; slow, so it is kept warm. Throws {@link DeviceLost} where it will not. */
  Device start(DeviceSpec spec, TrustAnchor trust, Deadline by);

  /** Ends every process that it started. */
  @Override
  void close();
}
