package dev.crosscheck.segment;

import java.util.Locale;
import java.util.Map;

/** The media types of what is served. */
final class MediaType {
  static final String HTML = "text/html; charset=utf-8";
  static final String JSON = "application/json";
  static final String SCRIPT = "text/javascript; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private static final Map<String, String> BY_ENDING =
      Map.of(
          "css", "text/css; charset=utf-8",
          "gif", "image/gif",
          "html", HTML,
          "json", JSON,
          "png", "image/png",
          "svg", "image/svg+xml",
          "wasm", "application/wasm",
          "woff2", "font/woff2");

  private MediaType() {}

  /** By the ending of a path; a script's where the ending says nothing. */
  static String of(String path) {
    return BY_ENDING.getOrDefault(ending(path), SCRIPT);
  }

  /** What follows the last dot of the last segment, in lower case; empty where there is none. */
  static String ending(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
