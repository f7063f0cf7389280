package dev.crosscheck.adapter.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The notations of a day and of an instant (ISO 8601). */
final class DateNotation {
  private DateNotation() {}

  /** {@code 2026-11-21}. */
  static Optional<String> day(Cursor value) {
    return checked(value, LocalDate::parse, "write a day like 2026-11-21");
  }

  /** {@code 2026-11-21T09:30:00Z}. */
  static Optional<String> instant(Cursor value) {
    return checked(value, OffsetDateTime::parse, "write an instant like 2026-11-21T09:30:00Z");
  }

  private static Optional<String> checked(Cursor value, Parsing parsing, String hint) {
    Optional<String> text = value.text();
    try {
      text.ifPresent(parsing::parse);
      return text;
    } catch (DateTimeException e) {
      value.error(Rule.BAD_DATE, "'" + Shown.of(text.orElse("")) + "' is no such date", hint);
      return Optional.empty();
    }
  }

  private interface Parsing {
    Object parse(String text);
  }
}
