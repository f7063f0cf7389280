package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.Phones;
import dev.crosscheck.matrix.Suite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rule that says when a matrix is full. */
final class SuiteReader {
  static final Suite NONE = new Suite(List.of());

  /** The properties that take one of some words; the others take any. */
  static final Map<String, List<String>> WORDS =
      Map.of(
          "browser", List.of("chrome", "edge", "firefox", "webkit", "safari", "wpe"),
          "android", List.of("jvm", "emulator", "real"),
          "ios", List.of("simulator", "real"),
          "emulate", Phones.names(),
          "thirdPartyCookies", List.of("allow", "block"));

  private SuiteReader() {}

  static Suite read(Cursor value) {
    return value
        .fields(Shape.SUITE)
        .flatMap(fields -> fields.get("require"))
        .map(SuiteReader::suite)
        .orElse(NONE);
  }

  private static Suite suite(Cursor value) {
    List<Map<String, String>> require = new ArrayList<>();
    for (Cursor item : value.items()) {
      item.fields(Shape.REQUIREMENT).map(SuiteReader::requirement).ifPresent(require::add);
      if (item.isMap() && item.entries().isEmpty()) {
        item.error(Rule.MISSING_KEY, item.label() + " requires nothing", "name a property");
      }
    }
    return new Suite(require);
  }

  private static Map<String, String> requirement(Fields fields) {
    Map<String, String> properties = new LinkedHashMap<>();
    for (String key : Shape.REQUIREMENT.keys()) {
      fields.read(key, v -> property(key, v)).ifPresent(word -> properties.put(key, word));
    }
    return properties;
  }

  private static Optional<String> property(String key, Cursor value) {
    List<String> words = WORDS.get(key);
    if (words != null) {
      return value.word(words);
    }
    return value.isNumber() ? value.raw() : value.text();
  }
}
