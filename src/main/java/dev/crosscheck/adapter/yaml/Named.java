package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step or an expectation: a map whose first key names what it is.
 *
 * @param value what stands at that key
 */
record Named(String word, Cursor value, Fields fields) {
  static Map<String, Shape> byFirstKey(Shape... shapes) {
    Map<String, Shape> words = new LinkedHashMap<>();
    for (Shape shape : shapes) {
      words.put(shape.keys().get(0), shape);
    }
    return Collections.unmodifiableMap(words);
  }

  /**
   * Reads one.
   *
   * @param what {@code step} or {@code expectation}
   * @param notYet words that are meant to be read one day
   */
  static Optional<Named> read(
      Cursor item, String what, Rule unknown, Map<String, Shape> words, List<String> notYet) {
    List<Cursor.Entry> entries = item.isMap() ? item.entries() : List.of();
    if (entries.isEmpty()) {
      return item.wrong("a map whose first key names the " + what);
    }
    Cursor.Entry first = entries.get(0);
    Shape shape = words.get(first.key());
    if (shape != null) {
      return item.fields(shape).map(fields -> new Named(first.key(), first.value(), fields));
    }
    Findings findings = item.origin().findings();
    Optional<Cursor.Entry> later =
        entries.stream().filter(entry -> words.containsKey(entry.key())).findFirst();
    if (notYet.contains(first.key())) {
      Fields.notYet(findings, first.at(), "the " + what + " '" + first.key() + "'");
    } else if (later.isPresent()) {
      findings.error(
          Rule.MISPLACED_KEY,
          first.at(),
          "'" + Shown.of(first.key()) + "' stands before '" + later.get().key() + "'",
          "the first key names the " + what + ": put '" + later.get().key() + "' first");
    } else {
      findings.error(
          unknown,
          first.at(),
          "unknown " + what + " '" + Shown.of(first.key()) + "'",
          Nearest.hint(first.key(), words.keySet()));
    }
    return Optional.empty();
  }
}
