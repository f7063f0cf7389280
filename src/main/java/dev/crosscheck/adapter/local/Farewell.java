package dev.crosscheck.adapter.local;

import java.util.List;

/**
 * How a server is ended that one of our processes started and that has made itself independent of
 * it.
 *
 * @param act ends it, as long as this JVM lives; never fails, and may be called again
 * @param command does the same after this JVM has been killed; nothing is done if empty
 */
record Farewell(Runnable act, List<String> command) {
  static final Farewell NONE = new Farewell(() -> {}, List.of());

  Farewell {
    command = List.copyOf(command);
  }

  void say() {
    act.run();
  }
}
