package dev.crosscheck.spec;

import dev.crosscheck.match.IsoDates;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The type that the Spec gives a field.
 *
 * @param kinds what it may be, any of these
 * @param values the only texts that it may be; empty where every text will do
 */
public record SpecType(List<Kind> kinds, List<String> values) {

  /** A kind of value, as the Spec's tables name it. */
  public enum Kind {
    STRING("a string"),
    NUMBER("a number"),
    INTEGER("a whole number"),
    BOOLEAN("true or false"),
    /** ISO 8601 is recommended; Unix times are in use, too. */
    DATE("a date (ISO 8601)"),
    ISO_8601_DATE("a date (ISO 8601)"),
    OBJECT("an object"),
    ARRAY("an array"),
    ARRAY_OF_STRINGS("an array of strings");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    private boolean covers(JsonNode value) {
      return switch (this) {
        case STRING -> value.isString();
        case NUMBER -> value.isNumber();
        case INTEGER -> isWhole(value);
        case BOOLEAN -> value.isBoolean();
        case DATE -> value.isNumber() || isIsoDate(value);
        case ISO_8601_DATE -> isIsoDate(value);
        case OBJECT -> value.isObject();
        case ARRAY -> value.isArray();
        case ARRAY_OF_STRINGS ->
            value.isArray() && value.valueStream().allMatch(JsonNode::isString);
      };
    }

    private static boolean isWhole(JsonNode value) {
      return value.isIntegralNumber()
          || value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
    }

    private static boolean isIsoDate(JsonNode value) {
      return value.isString() && IsoDates.isDate(value.stringValue());
    }
  }

  public SpecType {
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("a type of no kind");
    }
    kinds = List.copyOf(kinds);
    values = List.copyOf(values);
  }

  static SpecType of(Kind... kinds) {
    return new SpecType(List.of(kinds), List.of());
  }

  /** Whether a value is of this type; null, which says that there is none, is of every type. */
  public boolean allows(JsonNode value) {
    return value.isNull()
        || kinds.stream().anyMatch(kind -> kind.covers(value))
            && (values.isEmpty() || values.contains(value.asString()));
  }

  /** {@code a string or an object}; {@code 'linear' or 'dynamic'}. */
  @Override
  public String toString() {
    Stream<String> all =
        values.isEmpty()
            ? kinds.stream().map(kind -> kind.words)
            : values.stream().map(value -> "'" + value + "'");
    return all.collect(Collectors.joining(" or "));
  }

  /** Reads {@code string or array of strings}. */
  static SpecType parse(String words) {
    return new SpecType(
        Arrays.stream(words.split(" or ", -1)).map(SpecType::kind).toList(), List.of());
  }

  private static Kind kind(String words) {
    return Kind.valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
