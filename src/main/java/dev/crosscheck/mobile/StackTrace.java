package dev.crosscheck.mobile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Java's stack traces, as far as a reader needs them. */
final class StackTrace {
  private static final List<String> SYSTEM =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "sun.",
          "android.",
          "com.android.",
          "org.robolectric.",
          "org.objectweb.asm.",
          "com.google.common.",
          "dev.crosscheck.",
          "kotlin.",
          "kotlinx.");

  /** {@code java.base@17.0.15/} and {@code app//}. */
  private static final String MODULE = "^(?:[\\w.]+@[\\w.+-]+|app/)/";

  private StackTrace() {}

  /** The innermost frame that is neither the system's nor ours; empty where the thread is idle. */
  static Optional<String> busy(String stack) {
    return stack
        .lines()
        .map(line -> line.strip().replaceFirst("^at ", "").replaceFirst(MODULE, ""))
        .filter(frame -> !frame.isEmpty() && !frame.contains("$$Lambda"))
        .filter(frame -> SYSTEM.stream().noneMatch(frame::startsWith))
        .findFirst();
  }

  /** The error, and where it came from: in one line. */
  static String head(String trace, int lines) {
    return trace
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(lines)
        .collect(Collectors.joining(" "));
  }
}
