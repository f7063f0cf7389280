package dev.crosscheck.adapter.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that HAR leaves to whoever writes it. */
final class HarFields {
  private HarFields() {}

  /** Names and values in turn, kept in this order. */
  static Map<String, Object> of(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  static String text(Map<String, Object> fields, String name) {
    return find(fields, name)
        .orElseThrow(() -> new IllegalArgumentException("no field '" + name + "' in the HAR"));
  }

  static Optional<String> find(Map<String, Object> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(Object::toString);
  }

  static long number(Map<String, Object> fields, String name, long otherwise) {
    return fields.get(name) instanceof Number number ? number.longValue() : otherwise;
  }

  static boolean flag(Map<String, Object> fields, String name) {
    return Boolean.TRUE.equals(fields.get(name));
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  static List<Map<String, Object>> list(Map<String, Object> fields, String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(element -> (Map<String, Object>) element).toList()
        : List.of();
  }
}
