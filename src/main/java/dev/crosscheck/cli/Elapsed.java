package dev.crosscheck.cli;

import java.time.Duration;
import java.util.Locale;

/** A span of time as a person reads it: {@code 0.4 s}, {@code 41 s}, {@code 3 min 5 s}. */
record Elapsed(Duration time) {
  @Override
  public String toString() {
    if (time.compareTo(Duration.ofSeconds(10)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    } else if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return time.toSeconds() + " s";
    }
    return time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
