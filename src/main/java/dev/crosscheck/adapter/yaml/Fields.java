package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.finding.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map of the format, its keys already held against its {@link Shape}. */
final class Fields {
  private final Cursor map;
  private final Map<String, Cursor> values;

  private Fields(Cursor map, Map<String, Cursor> values) {
    this.map = map;
    this.values = values;
  }

  static Fields of(Cursor map, Shape shape) {
    Map<String, Cursor> values = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>(shape.required());
    Findings findings = map.origin().findings();
    for (Cursor.Entry entry : map.entries()) {
      if (shape.keys().contains(entry.key())) {
        values.put(entry.key(), entry.value());
        missing.remove(entry.key());
      } else if (shape.notYet().contains(entry.key())) {
        notYet(findings, entry.at(), "'" + entry.key() + "'");
        missing.clear(); // it may stand in their place
      } else {
        tellUnknown(findings, entry, shape);
        Nearest.to(entry.key(), missing).ifPresent(missing::remove); // told by its hint
      }
    }
    for (String key : missing) {
      findings.error(Rule.MISSING_KEY, map.at(), map.label() + " has no '" + key + "'", "");
    }
    return new Fields(map, values);
  }

  private static void tellUnknown(Findings findings, Cursor.Entry entry, Shape shape) {
    findings.error(
        Rule.UNKNOWN_KEY,
        entry.at(),
        "unknown key '" + Shown.of(entry.key()) + "'",
        Nearest.hint(entry.key(), shape.keys()));
  }

  /** Tells that something is meant to be read one day, and is not yet. */
  static void notYet(Findings findings, SourceLocation at, String what) {
    findings.error(Rule.NOT_YET, at, what + " is not supported yet", "");
  }

  SourceLocation at() {
    return map.at();
  }

  Cursor map() {
    return map;
  }

  Optional<Cursor> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Whether there is nothing under a key; what is no list is told as such. */
  boolean isNone(String key) {
    return get(key).map(value -> value.isList() && value.size() == 0).orElse(true);
  }

  /** Whether no key is unknown; a misspelt one is told as such. */
  boolean knowsAll(Shape shape) {
    return map.entries().stream().allMatch(entry -> shape.keys().contains(entry.key()));
  }

  /** What is read from a key's value; empty where the key is not there or its value is wrong. */
  <T> Optional<T> read(String key, Function<Cursor, Optional<T>> reading) {
    return get(key).flatMap(reading);
  }

  Optional<String> text(String key) {
    return read(key, Cursor::text);
  }

  /** A flag that is false where nothing is said. */
  boolean flag(String key) {
    return read(key, Cursor::truth).orElse(false);
  }
}
