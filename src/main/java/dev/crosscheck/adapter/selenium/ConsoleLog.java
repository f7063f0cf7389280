package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The console of one session, as it fills. */
final class ConsoleLog {
  private final List<Observation.Line> lines = new ArrayList<>();

  /** An entry of {@code log.entryAdded}: a call of the console's, or an uncaught error. */
  synchronized void add(JsonNode entry) {
    boolean thrown = entry.path("type").asString("").equals("javascript");
    lines.add(
        new Observation.Line(
            Instant.ofEpochMilli(entry.path("timestamp").asLong(0)),
            level(entry.path("level").asString("info")),
            entry.has("args")
                ? ConsoleText.of(entry.path("args"), entry.path("text").asString(""))
                : entry.path("text").asString(""),
            source(entry.path("stackTrace").path("callFrames").path(0)),
            thrown));
  }

  /**
   * An entry of Chromium's own log, such as a warning of mixed content. Failed requests are left
   * out: the capture knows them better.
   */
  synchronized void addBrowsers(JsonNode entry) {
    if (!entry.path("source").asString("").equals("network")) {
      lines.add(
          new Observation.Line(
              Instant.ofEpochMilli(entry.path("timestamp").asLong(0)),
              level(entry.path("level").asString("info")),
              entry.path("text").asString(""),
              entry.path("url").asString(""),
              false));
    }
  }

  synchronized List<Observation.Line> lines() {
    return List.copyOf(lines);
  }

  private static String level(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "warning", "warn" -> "warn";
      case "verbose", "debug" -> "debug";
      case "error" -> "error";
      default -> "info";
    };
  }

  private static String source(JsonNode frame) {
    String url = frame.path("url").asString("");
    return url.isEmpty() ? "" : url + ":" + (frame.path("lineNumber").asInt(0) + 1);
  }
}
