package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The console as the page's agent writes it down, where no protocol tells: what was written and
 * thrown in the page's own window. What the engine itself says there, and frames of other origins,
 * it cannot know.
 */
final class AgentConsole {
  private final Map<String, Observation.Line> lines = new LinkedHashMap<>();
  private String last = "";

  /**
   * What to call in the page. An answer may be lost with its document, so the agent keeps each line
   * until it is told that it, or one after it, has arrived.
   */
  synchronized String question() {
    return "() => typeof crosscheck === 'undefined' ? '[]' : crosscheck.console('%s')"
        .formatted(last);
  }

  /**
   * Adds what was answered. What had arrived already, the page that came between has told.
   *
   * @return everything so far
   */
  synchronized List<Observation.Line> add(String answer) {
    for (JsonNode line : Json.read(answer)) {
      last = line.path("id").asString();
      lines.putIfAbsent(
          last,
          new Observation.Line(
              Instant.ofEpochMilli(line.path("at").asLong(0)),
              line.path("level").asString("info"),
              line.path("text").asString(""),
              line.path("source").asString(""),
              line.path("thrown").asBoolean(false)));
    }
    return List.copyOf(lines.values());
  }
}
