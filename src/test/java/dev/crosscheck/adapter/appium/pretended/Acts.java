package dev.crosscheck.adapter.appium.pretended;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for what the phone does. */
final class Acts {
  private Acts() {}

  /** Returns what came of it; what the app made of it is the app's affair. */
  static <T> T done(CompletableFuture<T> act) throws InterruptedException {
    try {
      return act.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the phone: " + e.getCause(), e);
    }
  }
}
