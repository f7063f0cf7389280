package dev.crosscheck.device;

import dev.crosscheck.capture.Deadline;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for a device's answer, no longer than the deadline. */
public final class Waiting {
  private Waiting() {}

  /**
   * The answer to what must not fail to be answered.
   *
   * @param what was asked for, as a failure names it
   */
  public static <T> T await(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return await(answer, by);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the device did not answer in time: " + what, e);
    }
  }

  /**
   * The answer.
   *
   * @throws TimeoutException where it does not come in time
   * @throws CancellationException where the thread was interrupted
   */
  public static <T> T await(CompletableFuture<T> answer, Deadline by) throws TimeoutException {
    try {
      return answer.get(by.left().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the device");
    }
  }
}
