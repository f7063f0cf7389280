package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for a process that starts: until it is up, has ended, or the deadline has passed. */
final class Starting {
  private static final long PAUSE_NANOS = 3_000_000;

  private Starting() {}

  /**
   * @param sign what is there once it is up
   * @param missing what it has not done until then
   */
  static <T> T await(
      ProcessGroup process, Supplier<Optional<T>> sign, String missing, Deadline by) {
    for (; ; ) {
      Optional<String> ended = process.ended();
      Optional<T> there = sign.get();
      if (there.isPresent()) {
        return there.get();
      } else if (ended.isPresent()) {
        throw new DeviceLost(ended.get());
      } else if (by.passed()) {
        throw new DeviceLost(process.name() + " " + missing + " in time" + process.words());
      } else if (Thread.currentThread().isInterrupted()) {
        throw new DeviceLost("interrupted while " + process.name() + " was starting");
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
