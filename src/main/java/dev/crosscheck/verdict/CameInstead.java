package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what the partner got where it should have got something else. */
final class CameInstead {
  private CameInstead() {}

  /** {@code ; the partner got 2 event, 1 profile}. */
  static String words(Scope scope) {
    Map<String, Long> counts =
        scope.messages().stream()
            .collect(Collectors.groupingBy(Message::type, TreeMap::new, Collectors.counting()));
    if (counts.isEmpty()) {
      return "; the partner got no message at all";
    }
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", ", "; the partner got ", ""));
  }
}
