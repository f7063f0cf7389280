package dev.crosscheck.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;

/**
 * Asks an address over HTTPS as any code of the app would, and tells what became of it: the way to the network and
 * what the app trusts are then known, before an SDK meets them.
 */
final class Reachability {
  private static final int PATIENCE_MS = 10_000;

  private Reachability() {}

  /** Begins to ask, on a thread of its own; the state tells how it ends. */
  static void probe(String url, State state) {
    Thread thread =
        new Thread(
            () -> {
              try {
                state.reached(url, answer(url));
              } catch (IOException | RuntimeException e) {
                state.unreached(url, e);
              }
            },
            "crosscheck-probe");
    thread.setDaemon(true);
    thread.start();
  }

  private static int answer(String url) throws IOException {
    if (!url.startsWith("https://")) {
      throw new IOException("only https:// is asked");
    }
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    try {
      connection.setConnectTimeout(PATIENCE_MS);
      connection.setReadTimeout(PATIENCE_MS);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
