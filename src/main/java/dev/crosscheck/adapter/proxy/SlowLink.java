package dev.crosscheck.adapter.proxy;

import java.util.concurrent.TimeUnit;

/**
 * A line that carries so many bytes a second, shared by all who use it, first come first served.
 */
final class SlowLink {
  private static final int PIECES_PER_SECOND = 10;

  private final long bytesPerSecond;
  private boolean used;
  private long freeAt;

  SlowLink(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  /** How many bytes, of {@code wanted}, go across at a time, so that they come as a trickle. */
  int piece(int wanted) {
    return (int) Math.min(wanted, Math.max(1, bytesPerSecond / PIECES_PER_SECOND));
  }

  /** Nanoseconds from {@code now} until these bytes, queued behind all earlier ones, are across. */
  synchronized long carry(long bytes, long now) {
    long start = used && freeAt - now > 0 ? freeAt : now;
    used = true;
    freeAt = start + TimeUnit.SECONDS.toNanos(bytes) / bytesPerSecond;
    return freeAt - now;
  }
}
