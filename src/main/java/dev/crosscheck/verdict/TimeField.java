package dev.crosscheck.verdict;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A time by which a partner orders messages.
 *
 * @param value a number, or seconds since 1970 for a date
 * @param unit what can be compared with one another
 */
record TimeField(BigDecimal value, Unit unit) {

  /** Clocks that count differently cannot be compared. */
  enum Unit {
    DATE,
    SECONDS,
    MILLISECONDS,
    OTHER
  }

  private static final BigDecimal LEAST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);
  private static final BigDecimal MOST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000_000L);
  private static final BigDecimal LEAST_SECONDS = BigDecimal.valueOf(100_000_000L);

  /** Empty for what is neither a number nor a date-time with an offset. */
  static Optional<TimeField> of(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return Optional.of(new TimeField(number, unit(number)));
    } catch (NumberFormatException notANumber) {
      return date(text);
    }
  }

  private static Unit unit(BigDecimal number) {
    if (number.compareTo(LEAST_SECONDS) < 0 || number.compareTo(MOST_MILLISECONDS) >= 0) {
      return Unit.OTHER;
    }
    return number.compareTo(LEAST_MILLISECONDS) < 0 ? Unit.SECONDS : Unit.MILLISECONDS;
  }

  private static Optional<TimeField> date(String text) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      BigDecimal seconds =
          BigDecimal.valueOf(at.getEpochSecond()).add(BigDecimal.valueOf(at.getNano(), 9));
      return Optional.of(new TimeField(seconds, Unit.DATE));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }
}
