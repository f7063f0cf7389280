package dev.crosscheck.adapter.selenium;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an engine says of a page besides the page's console, each in its own way. */
interface BrowserLog {

  /** The events that it comes by; none where it comes among the console's. */
  List<String> events();

  /** Begins to listen for a window. */
  void begin(BidiTab tab, ConsoleLog console);

  void forget(BidiTab tab);

  /** Takes one of the {@link #events}. */
  void accept(String method, JsonNode params);

  /** Whether an entry of the console's of type {@code javascript} is the browser's own. */
  boolean isOwn(JsonNode entry);
}
