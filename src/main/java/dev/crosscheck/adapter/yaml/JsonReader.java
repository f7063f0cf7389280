package dev.crosscheck.adapter.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a value as the JSON that it stands for: settings, traits, properties, answers. */
final class JsonReader {
  /** Twice the range of a double, which is all that JavaScript has. */
  private static final int LONGEST_NUMBER = 700;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonReader() {}

  static JsonNode value(Cursor value) {
    if (value.isMap()) {
      return object(value).orElseGet(JSON::objectNode);
    } else if (value.isList()) {
      ArrayNode array = JSON.arrayNode();
      value.items().forEach(item -> array.add(value(item)));
      return array;
    }
    return value.isText() ? text(value) : scalar(value);
  }

  private static JsonNode text(Cursor value) {
    return plainText(value).<JsonNode>map(JSON::stringNode).orElseGet(JSON::nullNode);
  }

  static Optional<ObjectNode> object(Cursor value) {
    if (!value.isMap()) {
      return value.wrong("a map");
    }
    ObjectNode object = JSON.objectNode();
    value.entries().forEach(entry -> object.set(entry.key(), value(entry.value())));
    return Optional.of(object);
  }

  /** A scalar that is no string. */
  static JsonNode scalar(Cursor value) {
    String text = value.raw().orElse("");
    if (value.isNothing()) {
      return JSON.nullNode();
    } else if (value.isNumber()) {
      return number(value, text);
    }
    return value.truth().<JsonNode>map(JSON::booleanNode).orElseGet(JSON::nullNode);
  }

  private static JsonNode number(Cursor value, String text) {
    if (text.length() > LONGEST_NUMBER || text.matches("[-+]?\\.(inf|Inf|INF|nan|NaN|NAN)")) {
      return outOfRange(value, text);
    }
    boolean whole = value.node().getTag().equals(Tag.INT);
    return whole ? whole(value, text) : decimal(value, text);
  }

  private static JsonNode whole(Cursor value, String text) {
    String digits = text.replaceFirst("^[-+]", "");
    if (digits.length() > 1 && digits.matches("0\\d+")) {
      value.error(
          Rule.AMBIGUOUS_NUMBER,
          "'" + text + "' is the number " + new BigInteger(text) + " in YAML 1.2",
          "put it in quotes if the leading zero matters: \"" + text + "\"");
    }
    BigInteger number =
        digits.startsWith("0x")
            ? new BigInteger(digits.substring(2), 16)
            : digits.startsWith("0o")
                ? new BigInteger(digits.substring(2), 8)
                : new BigInteger(text);
    if (number.bitLength() < 32) {
      return JSON.numberNode(number.intValue());
    }
    return number.bitLength() < 64 ? JSON.numberNode(number.longValue()) : JSON.numberNode(number);
  }

  private static JsonNode decimal(Cursor value, String text) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      return outOfRange(value, text); // an exponent beyond any number
    }
    return Math.abs((long) number.scale()) > LONGEST_NUMBER
        ? outOfRange(value, text)
        : JSON.numberNode(number);
  }

  private static JsonNode outOfRange(Cursor value, String text) {
    value.error(
        Rule.NUMBER_OUT_OF_RANGE, "'" + Shown.of(text) + "' is no number that JSON can carry", "");
    return JSON.nullNode();
  }

  /** A string in which nothing is looked up; {@code $${} stands for {@code ${}. */
  static Optional<String> plainText(Cursor value) {
    String text = value.raw().orElse("");
    String rest = text.replace("$${", "");
    if (rest.contains("${env:")) {
      Fields.notYet(value.origin().findings(), value.at(), "'${env:…}'");
      return Optional.empty();
    } else if (rest.contains("${")) {
      value.error(
          Rule.BAD_REFERENCE,
          "nothing is looked up here: '" + Shown.of(text) + "'",
          "matchers and references stand in expectations; write $${ for a literal ${");
      return Optional.empty();
    }
    return Optional.of(text.replace("$${", "${"));
  }
}
