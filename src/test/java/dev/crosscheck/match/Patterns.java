package dev.crosscheck.match;

import dev.crosscheck.capture.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Patterns and values for tests, from JSON with single quotes. */
public final class Patterns {
  private Patterns() {}

  public static JsonNode json(String text) {
    return JsonText.parse(text.replace('\'', '"'))
        .orElseThrow(() -> new IllegalArgumentException("not JSON: " + text));
  }

  /** Objects partial, arrays exact, everything else literal. */
  public static Pattern pattern(String text) {
    return pattern(json(text));
  }

  private static Pattern pattern(JsonNode value) {
    if (value.isObject()) {
      Map<String, Pattern> fields = new LinkedHashMap<>();
      value.properties().forEach(field -> fields.put(field.getKey(), pattern(field.getValue())));
      return new Pattern.Fields(fields);
    } else if (value.isArray()) {
      return new Pattern.Elements(value.values().stream().map(Patterns::pattern).toList());
    }
    return new Pattern.Literal(value);
  }

  /** {@code {name: pattern}}. */
  public static Pattern field(String name, Pattern pattern) {
    return new Pattern.Fields(Map.of(name, pattern));
  }
}
