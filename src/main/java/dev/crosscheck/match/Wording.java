package dev.crosscheck.match;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Values in words, as mismatches tell them: a string in quotes, and never more of a value than a
 * reader can take in.
 */
public final class Wording {
  /** The most characters of one value that are told. */
  public static final int LONGEST = 160;

  private static final String ABSENT = "absent";

  private Wording() {}

  /** The value as JSON, cut short; {@code absent} where there is none. */
  public static String of(JsonNode value) {
    if (value.isMissingNode()) {
      return ABSENT;
    } else if (value.isString()) {
      return quoted(value.stringValue());
    }
    return cut(value.isNumber() ? Numbers.text(value) : value.toString());
  }

  /** The text in quotes, cut short. */
  public static String quoted(String text) {
    return text.length() <= LONGEST
        ? escaped(text)
        : escaped(head(text)) + "… (" + text.length() + " characters)";
  }

  /** A text that is no value, cut short. */
  public static String cut(String text) {
    return text.length() <= LONGEST ? text : head(text) + "… (" + text.length() + " characters)";
  }

  /** The value, with its type where that is not the expected one. */
  static String of(JsonNode value, Optional<JsonType> expected) {
    JsonType type = JsonType.of(value).orElse(JsonType.NULL);
    boolean clear =
        !value.isValueNode()
            || value.isMissingNode()
            || value.isNull()
            || expected.filter(type::equals).isPresent();
    return of(value) + (clear ? "" : " (" + article(type) + ")");
  }

  /** Two strings that differ: long ones from shortly before the place where they do. */
  static String excerpt(String text, String other) {
    if (text.length() <= LONGEST) {
      return escaped(text);
    }
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = Math.max(0, Math.min(same - 20, text.length() - LONGEST));
    if (from == 0) {
      return quoted(text);
    }
    return "…" + quoted(text.substring(from)) + " (from character " + (from + 1) + ")";
  }

  static String article(JsonType type) {
    return switch (type) {
      case NULL -> "null";
      case OBJECT, ARRAY -> "an " + type.word();
      default -> "a " + type.word();
    };
  }

  /** Whether words tell a value, and not what is said of it. */
  static boolean isValue(String words) {
    return !(words.equals(ABSENT)
        || words.startsWith("a ")
        || words.startsWith("an ")
        || words.startsWith("any ")
        || words.startsWith("the ")
        || words.startsWith("unknown:"));
  }

  private static String head(String text) {
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST);
  }

  private static String escaped(String text) {
    return tools.jackson.databind.node.StringNode.valueOf(text).toString();
  }
}
