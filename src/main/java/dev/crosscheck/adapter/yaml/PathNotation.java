package dev.crosscheck.adapter.yaml;

import java.util.Optional;

/** The notation of a place in a JSON value: {@code properties.$insert_id}, {@code items[0].id}. */
final class PathNotation {
  private PathNotation() {}

  static Optional<String> read(Cursor value) {
    return value.text().flatMap(path -> check(value, path));
  }

  static Optional<String> check(Cursor value, String path) {
    boolean gaps =
        path.isBlank() || path.startsWith(".") || path.endsWith(".") || path.contains("..");
    boolean open =
        path.chars().filter(c -> c == '[').count() != path.chars().filter(c -> c == ']').count();
    if (gaps || open) {
      value.error(
          Rule.BAD_PATH,
          "'" + Shown.of(path) + "' is no place in a message",
          "write it like properties.items[0].id");
      return Optional.empty();
    }
    return Optional.of(path);
  }
}
