package dev.crosscheck.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A field that the Spec names.
 *
 * @param fields those of the object that it is, or of each object in the array that it is
 */
public record SpecField(SpecType type, Map<String, SpecField> fields) {
  public SpecField {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static SpecField object(Map<String, SpecField> fields) {
    return new SpecField(SpecType.of(SpecType.Kind.OBJECT), fields);
  }

  /** All fields of both; where both have one, the first one's type holds. */
  static Map<String, SpecField> together(
      Map<String, SpecField> first, Map<String, SpecField> second) {
    Map<String, SpecField> all = new LinkedHashMap<>(first);
    second.forEach((name, field) -> all.merge(name, field, SpecField::with));
    return all;
  }

  private SpecField with(SpecField other) {
    return new SpecField(type, together(fields, other.fields));
  }
}
