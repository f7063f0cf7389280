package dev.crosscheck.capture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The state of a recording's network. */
public enum Network {
  /** As fast as it goes. */
  ONLINE,
  /** Open connections are closed and new ones refused; each try is a {@link ConnectionAttempt}. */
  OFFLINE,
  /** 400 ms before each answer and 50 kB/s, as Chromium's “Slow 3G” has it. */
  SLOW;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Network> of(String word) {
    return Arrays.stream(values()).filter(network -> network.word().equals(word)).findFirst();
  }
}
