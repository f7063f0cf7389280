package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.match.JsonType;
import dev.crosscheck.match.Pattern;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads a string that is one matcher: {@code ${any}}, {@code ${regex ^a}}. */
final class MatcherReader {
  static final List<String> WORDS =
      List.of("any", "absent", "type", "regex", "date", "within", "sha256", "contains");

  private MatcherReader() {}

  /** Empty where the text is no matcher. */
  static Optional<Pattern> read(Cursor value, String text) {
    if (!text.startsWith("${") || !text.endsWith("}")) {
      return Optional.empty();
    }
    String inside = text.substring(2, text.length() - 1);
    String word = inside.split(" ", 2)[0];
    String argument = inside.substring(word.length()).strip();
    if (!WORDS.contains(word)) {
      return Optional.empty();
    }
    return Optional.of(matcher(value, word, argument).orElseGet(PatternReader::unreadable));
  }

  private static Optional<Pattern> matcher(Cursor value, String word, String argument) {
    return switch (word) {
      case "any" -> alone(value, word, argument, new Pattern.AnyValue());
      case "absent" -> alone(value, word, argument, new Pattern.Missing());
      case "date" -> alone(value, word, argument, new Pattern.IsoDate());
      case "type" -> type(value, argument);
      case "regex" -> regex(value, argument);
      case "within" -> within(value, argument);
      case "sha256" ->
          argument.isEmpty()
              ? bad(value, "'${sha256}' has no text", "write ${sha256 jane@example.com}")
              : Optional.of(new Pattern.Sha256(argument));
      default ->
          bad(
              value,
              "'${contains}' does not stand first in a list",
              "write [\"${contains}\", a, b] for a list that holds a and b somewhere");
    };
  }

  private static Optional<Pattern> alone(
      Cursor value, String word, String argument, Pattern pattern) {
    return argument.isEmpty()
        ? Optional.of(pattern)
        : bad(value, "'${" + word + "}' stands alone", "take '" + Shown.of(argument) + "' away");
  }

  private static Optional<Pattern> type(Cursor value, String argument) {
    List<String> words = Arrays.stream(JsonType.values()).map(JsonType::word).toList();
    Optional<JsonType> type =
        Arrays.stream(JsonType.values()).filter(t -> t.word().equals(argument)).findFirst();
    if (type.isEmpty()) {
      value.error(
          Rule.UNKNOWN_VALUE,
          "'" + Shown.of(argument) + "' is no JSON type",
          Nearest.hint(argument, words));
    }
    return type.map(Pattern.OfType::new);
  }

  private static Optional<Pattern> regex(Cursor value, String argument) {
    try {
      java.util.regex.Pattern.compile(argument);
    } catch (PatternSyntaxException e) {
      value.error(
          Rule.BAD_REGEX,
          "'" + Shown.of(argument) + "' is no regular expression: " + lowered(e.getDescription()),
          "put a backslash before a character that is meant as itself");
      return Optional.empty();
    }
    return argument.isEmpty()
        ? bad(value, "'${regex}' has no expression", "write ${regex ^a.*b$}")
        : Optional.of(new Pattern.Regex(argument));
  }

  private static String lowered(String words) {
    return words.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + words.substring(1);
  }

  private static Optional<Pattern> within(Cursor value, String argument) {
    String number = "-?\\d{1,30}(\\.\\d{1,30})?";
    if (!argument.matches(number + " +" + number)) {
      return bad(
          value,
          "'${within " + Shown.of(argument) + "}' is not two numbers",
          "write ${within 25 0.01} for 25, give or take 0.01");
    }
    String[] numbers = argument.split(" +");
    BigDecimal by = new BigDecimal(numbers[1]);
    return by.signum() < 0
        ? bad(value, "nothing is within " + by, "the second number must not be negative")
        : Optional.of(new Pattern.Within(new BigDecimal(numbers[0]), by));
  }

  private static Optional<Pattern> bad(Cursor value, String message, String hint) {
    value.error(Rule.BAD_MATCHER, message, hint);
    return Optional.empty();
  }

  /** Whether what stands in braces is meant as a matcher rather than as a reference. */
  static boolean looksLikeOne(String inside) {
    return !inside.contains(".") && !inside.contains("[")
        || WORDS.contains(inside.split(" ", 2)[0]);
  }

  /** Tells of a matcher that is unknown, or not the whole of its string. */
  static void misplaced(Cursor value, String inside) {
    String word = inside.split(" ", 2)[0];
    if (WORDS.contains(word)) {
      bad(
          value,
          "'${" + Shown.of(inside) + "}' is not the whole string",
          "a matcher stands alone; only references may stand within text");
    } else {
      value.error(
          Rule.UNKNOWN_MATCHER,
          "unknown matcher '" + Shown.of(word) + "'",
          Nearest.hint(word, WORDS));
    }
  }
}
