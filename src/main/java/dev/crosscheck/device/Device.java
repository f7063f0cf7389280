package dev.crosscheck.device;

import dev.crosscheck.capture.ProxyAddress;

/**
 * A running device. Throws {@link DeviceLost} when it will not come back; any other failure may be
 * tried again.
 */
public interface Device extends AutoCloseable {
  DeviceFacts facts();

  /** Whether it still answers; quick. A device that does not is closed and started again. */
  boolean isAlive();

  /**
   * A session of a new user, with no cookies and no app data. Returns before the page has loaded.
   * May be called by as many threads at once as the device has slots.
   */
  Session open(Deployment plugin, ProxyAddress via);

  /** Ends the device and every process of it; quick, and safe in any state. */
  @Override
  void close();
}
