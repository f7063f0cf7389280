package dev.crosscheck.adapter.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of a length of time: {@code 500ms}, {@code 1.5s}, {@code 2m}. */
final class DurationNotation {
  private static final Pattern NOTATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m)");
  private static final Map<String, Integer> MILLIS = Map.of("ms", 1, "s", 1000, "m", 60_000);
  private static final Duration LONGEST = Duration.ofHours(1);

  private DurationNotation() {}

  static Optional<Duration> read(Cursor value) {
    String text = value.raw().orElse("");
    if (!value.isText() && !value.isNumber()) {
      return value.wrong("a length of time, such as 500ms or 2s");
    }
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      return bad(value, "'" + Shown.of(text) + "' is no length of time");
    }
    BigDecimal millis =
        new BigDecimal(matcher.group(1))
            .multiply(BigDecimal.valueOf(MILLIS.getOrDefault(matcher.group(2), 1)));
    Duration time = Duration.ofMillis(millis.longValue());
    if (time.isZero() || time.compareTo(LONGEST) > 0) {
      return bad(value, "'" + text + "' is not between a millisecond and an hour");
    }
    return Optional.of(time);
  }

  private static Optional<Duration> bad(Cursor value, String message) {
    value.error(Rule.BAD_DURATION, message, "write it like 500ms, 1.5s or 2m");
    return Optional.empty();
  }
}
