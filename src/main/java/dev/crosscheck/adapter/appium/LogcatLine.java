package dev.crosscheck.adapter.appium;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of Android's log in the format {@code threadtime}: {@code 11-20 10:00:00.000 4242 4250 E
 * Tag: text}.
 *
 * @param pid the process that wrote it
 * @param level {@code debug}, {@code info}, {@code warn} or {@code error}
 */
record LogcatLine(int pid, String level, String tag, String text) {
  private static final Pattern NOTATION =
      Pattern.compile(
          "(?:\\d{4}-)?\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+\\s+(\\d+)\\s+\\d+ ([VDIWEF]) (.*?)\\s*: ?(.*)");

  /** Empty for what is no such line, as where a buffer begins. */
  static Optional<LogcatLine> parse(String line) {
    Matcher parts = NOTATION.matcher(line);
    return parts.matches()
        ? Optional.of(
            new LogcatLine(
                Integer.parseInt(parts.group(1)),
                level(parts.group(2)),
                parts.group(3).strip(),
                parts.group(4)))
        : Optional.empty();
  }

  private static String level(String letter) {
    return switch (letter.toUpperCase(Locale.ROOT)) {
      case "V", "D" -> "debug";
      case "I" -> "info";
      case "W" -> "warn";
      default -> "error";
    };
  }
}
