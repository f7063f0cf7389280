package dev.crosscheck.adapter.selenium;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Chromium's own log, which WebDriver BiDi leaves out: mixed content and the like. */
final class ChromiumLog implements BrowserLog {
  private static final Logger LOG = LoggerFactory.getLogger(ChromiumLog.class);

  private static final String ENTRIES = "goog:cdp.Log.entryAdded";

  /** The console's own calls, with the messages of errors. */
  private static final String DETAILS = "goog:cdp.Runtime.consoleAPICalled";

  private final Map<String, Window> byTarget = new ConcurrentHashMap<>();

  private record Window(BidiTab tab, ConsoleLog console) {}

  @Override
  public List<String> events() {
    return List.of(ENTRIES, DETAILS);
  }

  @Override
  public void begin(BidiTab tab, ConsoleLog console) {
    tab.send("goog:cdp.getSession", Json.object().put("context", tab.context()))
        .thenCompose(
            target -> {
              String session = target.path("session").asString("");
              byTarget.put(session, new Window(tab, console));
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
  }

  @Override
  public void forget(BidiTab tab) {
    byTarget.values().removeIf(window -> window.tab().equals(tab));
  }

  @Override
  public void accept(String method, JsonNode params) {
    Window window = byTarget.get(params.path("session").asString(""));
    if (window != null && method.equals(ENTRIES)) {
      window.console().addBrowsers(params.path("params").path("entry"));
    } else if (window != null && method.equals(DETAILS)) {
      window.console().addErrors(params.path("params"));
    }
  }

  @Override
  public boolean isOwn(JsonNode entry) {
    return false;
  }
}
