package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Waiting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** Waiting for an answer, no longer than the deadline. */
final class Patience {
  private Patience() {}

  /** As {@link Waiting#await}. */
  static <T> T await(CompletableFuture<T> answer, Deadline by) throws TimeoutException {
    return Waiting.await(answer, by);
  }

  /** The answer to what must not fail to be answered. */
  static <T> T await(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return await(answer, by);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the embedded device did not answer in time: " + what, e);
    }
  }
}
