package dev.crosscheck.device;

import dev.crosscheck.supply.Shortage;
import java.util.Optional;

/** Gives WebDriver servers: starts one here, or knows where one is. */
public interface EndpointProvider extends AutoCloseable {
  boolean serves(DeviceSpec spec);

  /** A server for this device, started if need be. Throws {@link DeviceLost} where it will not. */
  Endpoint endpoint(DeviceSpec spec) throws Shortage;

  /** The device behind it is gone: a server that was its alone is ended. Never fails. */
  void release(Endpoint endpoint);

  /** What has ended behind it, and how; empty while all runs, and where that cannot be known. */
  default Optional<String> ended(Endpoint endpoint) {
    return Optional.empty();
  }

  @Override
  void close();
}
