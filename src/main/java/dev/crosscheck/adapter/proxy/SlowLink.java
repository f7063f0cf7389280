package dev.crosscheck.adapter.proxy;

import java.util.concurrent.TimeUnit;

/**
 * A line that carries so many bytes a second, shared by all who use it, first come first served.
 */
final class SlowLink {
  private final long bytesPerSecond;
  private boolean used;
  private long freeAt;

  SlowLink(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** Nanoseconds from {@code now} until these bytes, queued behind all earlier ones, are across. */
  synchronized long carry(long bytes, long now) {
    long start = used && freeAt - now > 0 ? freeAt : now;
    used = true;
    freeAt = start + TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
    return freeAt - now;
  }
}
