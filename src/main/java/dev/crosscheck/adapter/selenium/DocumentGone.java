package dev.crosscheck.adapter.selenium;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What is looked at in a page fails when the page's document goes meanwhile. */
final class DocumentGone {
  /** How often a document may change under what is looked at. */
  private static final int MOST_CHANGES = 20;

  /** What engines say of a script whose document went away under it, for want of a code. */
  private static final List<String> WORDS =
      List.of(
          "Cannot find context",
          "Execution context was destroyed",
          "navigated or closed",
          "before the unload event");

  private DocumentGone() {}

  /** Looks again where the document has gone; the look must change nothing. */
  static <T> CompletableFuture<T> again(Supplier<CompletableFuture<T>> look) {
    return again(look, MOST_CHANGES);
  }

  /**
   * Whether this is why.
   *
   * @param failure a {@link TimeoutException} is taken for it: WPE forgets a script that was under
   *     way as a document went
   */
  private static boolean isWhy(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof WebDriverError error && error.code().equals("no such frame")) {
      return true;
    }
    return cause instanceof TimeoutException
        || ((cause instanceof WebDriverError || cause instanceof ScriptThrew)
            && WORDS.stream().anyMatch(String.valueOf(cause.getMessage())::contains));
  }

  private static <T> CompletableFuture<T> again(Supplier<CompletableFuture<T>> look, int changes) {
    return look.get()
        .exceptionallyCompose(
            failure ->
                changes > 0 && isWhy(failure)
                    ? again(look, changes - 1)
                    : CompletableFuture.failedFuture(failure));
  }
}
