package dev.crosscheck.adapter.supply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version, compared by its first two numbers. */
record Version(int major, int minor, String text) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})(?:\\.\\d+)*");

  /** The first that a text names, such as {@code Mozilla Firefox 153.7.0esr}. */
  static Optional<Version> parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    return numbers.find()
        ? Optional.of(
            new Version(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                numbers.group()))
        : Optional.empty();
  }

  boolean isBefore(Version other) {
    return major < other.major || major == other.major && minor < other.minor;
  }
}
