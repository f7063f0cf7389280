package dev.crosscheck.matrix;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rule that says when a matrix is full.
 *
 * @param require devices that must be in it, each by some of their properties: {@code {browser:
 *     chrome}}
 */
public record Suite(List<Map<String, String>> require) {
  public Suite {
    require = require.stream().map(Map::copyOf).toList();
  }

  /** The rule in words. */
  public String rule() {
    return require.stream().map(Suite::words).collect(Collectors.joining(", "));
  }

  static String words(Map<String, String> requirement) {
    return requirement.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
