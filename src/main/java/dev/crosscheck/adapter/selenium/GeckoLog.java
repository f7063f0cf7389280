package dev.crosscheck.adapter.selenium;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Gecko's own log: blocked mixed content, refused cross-origin answers and the like come as
 * uncaught errors do, but from no line of a script.
 */
final class GeckoLog implements BrowserLog {
  /** An error of a script that has no line either: one that could not be read. */
  private static final Pattern THROWN =
      Pattern.compile("(?:\\w*(?:Error|Exception)|uncaught exception)\\b.*", Pattern.DOTALL);

  @Override
  public List<String> events() {
    return List.of();
  }

  @Override
  public void begin(BidiTab tab, ConsoleLog console) {}

  @Override
  public void forget(BidiTab tab) {}

  @Override
  public void accept(String method, JsonNode params) {}

  @Override
  public boolean isOwn(JsonNode entry) {
    return entry.path("stackTrace").path("callFrames").path(0).isMissingNode()
        && !THROWN.matcher(entry.path("text").asString("")).matches();
  }
}
