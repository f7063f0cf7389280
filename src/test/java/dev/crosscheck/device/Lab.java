package dev.crosscheck.device;

import dev.crosscheck.capture.Recorder;

/** What the tests of a type of device need: the device, what drives it and the recorder. */
public interface Lab extends AutoCloseable {
  Recorder recorder();

  /** A device; the caller closes it, or the lab does. */
  Device start();

  /**
   * A plugin of the partner in {@link dev.crosscheck.support.Samples} that sends each track at
   * once.
   */
  Deployment working();

  /**
   * A plugin whose {@code track} sends to {@code /stuck} and never comes back where the event is
   * called so.
   */
  Deployment hanging();

  @Override
  void close();
}
