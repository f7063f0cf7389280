package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The console as the page's agent writes it down, where no protocol tells: what was written and
 * thrown in the page's own window. What the engine itself says there, and frames of other origins,
 * it cannot know.
 */
final class AgentConsole {
  private AgentConsole() {}

  static List<Observation.Line> lines(String json) {
    List<Observation.Line> lines = new ArrayList<>();
    for (JsonNode line : Json.read(json)) {
      lines.add(
          new Observation.Line(
              Instant.ofEpochMilli(line.path("at").asLong(0)),
              line.path("level").asString("info"),
              line.path("text").asString(""),
              line.path("source").asString(""),
              line.path("thrown").asBoolean(false)));
    }
    return lines;
  }
}
