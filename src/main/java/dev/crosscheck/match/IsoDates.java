package dev.crosscheck.match;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and date-times of ISO 8601 in its extended form, with or without an offset. */
public final class IsoDates {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})"
              + "(?:[T ]([01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?"
              + "(?:Z|[+-](?:[01]\\d)(?::?[0-5]\\d)?)?)?");

  private IsoDates() {}

  public static boolean isDate(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return false;
    }
    try {
      LocalDate.of(
          Integer.parseInt(form.group(1)),
          Integer.parseInt(form.group(2)),
          Integer.parseInt(form.group(3)));
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** The moment that a date-time with an offset names; empty for other texts, dates included. */
  public static Optional<Instant> instant(String text) {
    if (text.length() < 11 || !isDate(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
    } catch (DateTimeException noOffset) {
      return Optional.empty();
    }
  }
}
