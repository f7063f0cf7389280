package dev.crosscheck.match;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Numbers by value, safe for whatever exponent a captured body may hold. */
public final class Numbers {
  /** Beyond this, plain digits and aligned scales cost more memory than a number is worth. */
  private static final int WIDEST = 400;

  private Numbers() {}

  /** A JSON number, or with {@code textual} also a string that is one. */
  public static Optional<BigDecimal> of(JsonNode value, boolean textual) {
    if (value.isNumber()) {
      return parse(value.asString());
    }
    return textual && value.isString() ? parse(value.stringValue()) : Optional.empty();
  }

  /** Empty where the text spells no number. */
  public static Optional<BigDecimal> parse(String text) {
    if (text.isEmpty() || text.length() > 1000) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  static boolean within(BigDecimal number, BigDecimal of, BigDecimal by) {
    if (isWide(number) || isWide(of)) {
      return number.compareTo(of) == 0;
    }
    return number.subtract(of).abs().compareTo(by) <= 0;
  }

  static String text(JsonNode number) {
    return parse(number.asString()).map(Numbers::text).orElseGet(number::asString);
  }

  static String text(BigDecimal number) {
    return isWide(number) || Math.abs((long) number.scale()) > 40
        ? number.toString()
        : number.toPlainString();
  }

  private static boolean isWide(BigDecimal number) {
    return Math.abs((long) number.scale()) + number.precision() > WIDEST;
  }
}
