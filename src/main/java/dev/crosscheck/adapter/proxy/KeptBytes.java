package dev.crosscheck.adapter.proxy;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies a recording keeps, so that no client can fill the heap: a limit for each
 * body and one for all of them.
 */
final class KeptBytes {
  static final int PER_BODY = 4 << 20;
  static final long PER_RECORDING = 128L << 20;

  private final int perBody;
  private final AtomicLong left;

  KeptBytes(int perBody, long perRecording) {
    this.perBody = perBody;
    this.left = new AtomicLong(perRecording);
  }

  int perBody() {
    return perBody;
  }

  /** How many of {@code wanted} more bytes may be kept; they are then taken. */
  int take(int wanted) {
    long before = left.getAndUpdate(now -> now - Math.min(now, wanted));
    return (int) Math.min(before, wanted);
  }
}
