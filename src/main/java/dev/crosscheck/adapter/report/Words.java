package dev.crosscheck.adapter.report;

import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How reports say things. */
final class Words {
  private static final Map<String, String> SYMBOLS =
      Map.of(
          "passed", "✅",
          "failed", "❌",
          "broken", "💥",
          "skipped", "⏭️",
          "waived", "🟡",
          "unsupported", "➖");

  private Words() {}

  static String symbol(Verdict verdict) {
    return SYMBOLS.getOrDefault(verdict.word(), "?");
  }

  static String legend() {
    return Matrix.VERDICTS.stream()
        .map(word -> SYMBOLS.get(word) + " " + word)
        .collect(Collectors.joining(", "));
  }

  static String count(int count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }

  static String millis(Duration time) {
    return time.toMillis() + " ms";
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }
}
