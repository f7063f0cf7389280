package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A window of its own, of a user of its own, who reaches the network through one recording. What is
 * asked of it is answered in futures: fails with {@link WebDriverError}, {@link ScriptThrew} or
 * {@link dev.crosscheck.device.DeviceLost}. Several things may be asked at once.
 */
interface Tab {

  /** Completes once the document has been read; scripts in it have run by then. */
  CompletableFuture<?> navigate(String url);

  /** Completes once the page has been left, and has been told so. */
  CompletableFuture<?> leave();

  CompletableFuture<?> reload();

  /**
   * Calls a function in the page with texts; completes with the text that its promise resolves to,
   * or with an empty one where that is no text.
   */
  CompletableFuture<String> call(String function, String... arguments);

  /** The same, for a function that changes nothing: called again where its document goes. */
  default CompletableFuture<String> read(String function) {
    return DocumentGone.again(() -> call(function));
  }

  /** The page's elements and the hand on them. */
  Elements elements();

  /** Begins to hide the page from its user, or to show it again; the page itself tells when. */
  CompletableFuture<?> show(boolean visible);

  /**
   * Begins to tell the page whether there is a network, where the browser can; false where it
   * cannot.
   */
  CompletableFuture<Boolean> online(boolean online);

  CompletableFuture<Observation.Cookies> cookies();

  CompletableFuture<Observation.Screenshot> screenshot();

  /** Everything on its console so far. */
  CompletableFuture<List<Observation.Line>> console();

  /** Whether its browser is still there, whatever its page does; quick. */
  boolean isAlive();

  /** Ends the window and its user, whatever runs in it; never fails. */
  void close();
}
