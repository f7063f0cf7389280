package dev.crosscheck.adapter.selenium;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The consoles of all sessions: gives each line to the session that it belongs to. */
final class Consoles {
  private static final Logger LOG = LoggerFactory.getLogger(Consoles.class);
  private static final String WRITTEN = "log.entryAdded";

  /** Chromium's own log, which WebDriver BiDi leaves out: mixed content and the like. */
  private static final String BROWSERS = "goog:cdp.Log.entryAdded";

  /** The same calls as {@link #WRITTEN}, with the messages of errors. */
  private static final String DETAILS = "goog:cdp.Runtime.consoleAPICalled";

  private final Map<String, ConsoleLog> byUser = new ConcurrentHashMap<>();
  private final Map<String, String> userByTarget = new ConcurrentHashMap<>();

  static ObjectNode subscription() {
    return Json.object().set("events", Json.array(WRITTEN, BROWSERS, DETAILS));
  }

  /** The console of a window that has not yet opened a page. */
  ConsoleLog of(BidiTab tab) {
    ConsoleLog console = new ConsoleLog();
    byUser.put(tab.user(), console);
    tab.send("goog:cdp.getSession", Json.object().put("context", tab.context()))
        .thenCompose(
            target -> {
              String session = target.path("session").asString("");
              userByTarget.put(session, tab.user());
              return tab.send(
                  "goog:cdp.sendCommand",
                  Json.object()
                      .put("method", "Log.enable")
                      .put("session", session)
                      .set("params", Json.object()));
            })
        .exceptionally(
            failure -> {
              LOG.debug("the browser's own log cannot be had: {}", failure.toString());
              return Json.object();
            });
    return console;
  }

  void forget(BidiTab tab) {
    byUser.remove(tab.user());
    userByTarget.values().remove(tab.user());
  }

  void accept(String method, JsonNode params) {
    if (method.equals(WRITTEN)) {
      ConsoleLog console = byUser.get(params.path("source").path("userContext").asString(""));
      if (console != null) {
        console.add(params);
      }
    } else {
      String user = userByTarget.get(params.path("session").asString(""));
      ConsoleLog console = user == null ? null : byUser.get(user);
      if (console != null && method.equals(BROWSERS)) {
        console.addBrowsers(params.path("params").path("entry"));
      } else if (console != null && method.equals(DETAILS)) {
        console.addErrors(params.path("params"));
      }
    }
  }
}
