package dev.crosscheck.capture;

import java.util.List;

/**
 * All of an attempt's exchanges, as far as they had come when this was taken.
 *
 * @param exchanges by index
 * @param attempts connections that carried no request
 */
public record Capture(List<Exchange> exchanges, List<ConnectionAttempt> attempts) {
  public static final Capture EMPTY = new Capture(List.of(), List.of());

  public Capture {
    exchanges = List.copyOf(exchanges);
    attempts = List.copyOf(attempts);
  }

  public int size() {
    return exchanges.size();
  }
}
