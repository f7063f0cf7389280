package dev.crosscheck.device;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Text of devices.yaml in which variables of the environment stand: {@code ${env:NAME}}. It does
 * not hold their values, which are secrets, and says {@code <secret:NAME>} in their place.
 */
public record SecretText(List<Part> parts) {
  public SecretText {
    parts = List.copyOf(parts);
  }

  /** A piece of it. */
  public sealed interface Part {}

  /** What stands there. */
  public record Plain(String text) implements Part {}

  /** What the environment is asked for. */
  public record Variable(String name) implements Part {}

  /** Text without variables. */
  public static SecretText of(String plain) {
    return new SecretText(List.of(new Plain(plain)));
  }

  /** The text itself, with the variables' values in it; one that is not set has none. */
  public String in(Map<String, String> environment) {
    return parts.stream()
        .map(
            part ->
                part instanceof Variable variable
                    ? environment.getOrDefault(variable.name(), "")
                    : ((Plain) part).text())
        .collect(Collectors.joining());
  }

  /**
   * The same of all texts of this kind in maps and lists; everything else stays as it is.
   *
   * @param value as JSON has it
   */
  static Object in(Map<String, String> environment, Object value) {
    if (value instanceof SecretText text) {
      return text.in(environment);
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> in(environment, e.getValue())));
    } else if (value instanceof Collection<?> list) {
      return list.stream().map(element -> in(environment, element)).toList();
    }
    return value;
  }

  /** The variables of all texts of this kind in maps and lists. */
  static Set<String> variables(Object value) {
    Set<String> names = new TreeSet<>();
    if (value instanceof SecretText text) {
      for (Part part : text.parts) {
        if (part instanceof Variable variable) {
          names.add(variable.name());
        }
      }
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> names.addAll(variables(element)));
    } else if (value instanceof Collection<?> list) {
      list.forEach(element -> names.addAll(variables(element)));
    }
    return names;
  }

  @Override
  public String toString() {
    return parts.stream()
        .map(
            part ->
                part instanceof Variable variable
                    ? Secrets.token(variable.name())
                    : ((Plain) part).text())
        .collect(Collectors.joining());
  }
}
