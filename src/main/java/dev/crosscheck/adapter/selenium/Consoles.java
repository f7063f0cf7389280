package dev.crosscheck.adapter.selenium;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The consoles of all sessions: gives each line to the session that it belongs to. */
final class Consoles {
  private static final String WRITTEN = "log.entryAdded";
  private static final String CREATED = "browsingContext.contextCreated";

  private final BrowserLog log;
  private final Map<String, ConsoleLog> byUser = new ConcurrentHashMap<>();

  /** Of windows and frames: not every engine names a line's user. */
  private final Map<String, String> userByContext = new ConcurrentHashMap<>();

  Consoles(BrowserLog log) {
    this.log = log;
  }

  ObjectNode subscription() {
    ArrayNode events = Json.array(WRITTEN, CREATED);
    log.events().forEach(events::add);
    return Json.object().set("events", events);
  }

  /** The console of a window that has not yet opened a page. */
  ConsoleLog of(BidiTab tab) {
    ConsoleLog console = new ConsoleLog(log);
    byUser.put(tab.user(), console);
    userByContext.put(tab.context(), tab.user());
    log.begin(tab, console);
    return console;
  }

  void forget(BidiTab tab) {
    byUser.remove(tab.user());
    userByContext.values().removeIf(tab.user()::equals);
    log.forget(tab);
  }

  void accept(String method, JsonNode params) {
    switch (method) {
      case WRITTEN -> {
        ConsoleLog console = byUser.get(user(params.path("source")));
        if (console != null) {
          console.add(params);
        }
      }
      case CREATED -> {
        String user = params.path("userContext").asString("");
        if (byUser.containsKey(user)) {
          userByContext.put(params.path("context").asString(""), user);
        }
      }
      default -> log.accept(method, params);
    }
  }

  private String user(JsonNode source) {
    String context = source.path("context").asString("");
    return source.path("userContext").asString(userByContext.getOrDefault(context, ""));
  }
}
