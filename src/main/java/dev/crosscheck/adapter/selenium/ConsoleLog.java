package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The console of one session, as it fills. */
final class ConsoleLog {
  private final BrowserLog browsers;
  private final List<Entry> entries = new ArrayList<>();
  private final List<WrittenErrors> errors = new ArrayList<>();

  /**
   * @param browsers what tells the engine's own words from a page's
   */
  ConsoleLog(BrowserLog browsers) {
    this.browsers = browsers;
  }

  /**
   * A line whose text is not final: WebDriver BiDi says of an error that it is one, no more.
   *
   * @param arguments what was written; a missing node where nothing was
   */
  private record Entry(JsonNode arguments, Observation.Line line) {}

  /** An entry of {@code log.entryAdded}: a call of the console's, or an uncaught error. */
  synchronized void add(JsonNode entry) {
    entries.add(
        new Entry(
            entry.path("args"),
            new Observation.Line(
                time(entry),
                level(entry.path("level").asString("info")),
                entry.path("text").asString(""),
                source(entry.path("stackTrace").path("callFrames").path(0)),
                entry.path("type").asString("").equals("javascript") && !browsers.isOwn(entry))));
  }

  /** What Chromium's own protocol says of a call of the console's: the messages of errors. */
  synchronized void addErrors(JsonNode call) {
    WrittenErrors written = WrittenErrors.of(call);
    if (!written.messages().isEmpty()) {
      errors.add(written);
    }
  }

  /**
   * An entry of Chromium's own log, such as a warning of mixed content. Failed requests are left
   * out: the capture knows them better.
   */
  synchronized void addBrowsers(JsonNode entry) {
    if (!entry.path("source").asString("").equals("network")) {
      entries.add(
          new Entry(
              entry.path("args"),
              new Observation.Line(
                  time(entry),
                  level(entry.path("level").asString("info")),
                  entry.path("text").asString(""),
                  entry.path("url").asString(""),
                  false)));
    }
  }

  synchronized List<Observation.Line> lines() {
    List<WrittenErrors> unused = new ArrayList<>(errors);
    return entries.stream().map(entry -> rendered(entry, unused)).toList();
  }

  private static Observation.Line rendered(Entry entry, List<WrittenErrors> unused) {
    Observation.Line line = entry.line();
    if (!entry.arguments().isArray()) {
      return line;
    }
    List<String> messages =
        unused.stream()
            .filter(written -> written.belongsTo(line.at(), entry.arguments().size()))
            .findFirst()
            .filter(written -> ConsoleText.hasErrors(entry.arguments()) && unused.remove(written))
            .map(WrittenErrors::messages)
            .orElse(List.of());
    return new Observation.Line(
        line.at(),
        line.level(),
        ConsoleText.of(entry.arguments(), line.text(), messages),
        line.source(),
        line.thrown());
  }

  private static Instant time(JsonNode entry) {
    return Instant.ofEpochMilli(entry.path("timestamp").asLong(0));
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
