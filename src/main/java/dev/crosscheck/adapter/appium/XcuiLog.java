package dev.crosscheck.adapter.appium;

import dev.crosscheck.mobile.App;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Apple's unified log says of the app, in the style {@code compact}: {@code 2026-11-20
 * 10:00:00.000 Df Crosscheck[4242:1f3a] [com.acme:net] text}. Of the phone's other processes
 * nothing is kept.
 */
final class XcuiLog {
  private static final Pattern LINE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+\\s+(Df|Db|I|E|F)\\s+(.+?)\\[\\d+:[0-9a-f]+]\\s*(?:\\(([^)]*)\\)\\s*)?(?:\\[([^]]*)]\\s*)?(.*)");

  private final App.Listener listener;

  XcuiLog(App.Listener listener) {
    this.listener = listener;
  }

  void take(String text) {
    Matcher line = LINE.matcher(text);
    if (line.matches() && line.group(2).equals(HostApp.PROCESS)) {
      listener.logged(level(line.group(1)), tag(line), line.group(5));
    }
  }

  /** What wrote it: a subsystem and its category, or else a library. */
  private static String tag(Matcher line) {
    String subsystem = line.group(4);
    String library = line.group(3);
    return subsystem != null ? subsystem : library != null ? library : "";
  }

  private static String level(String type) {
    return switch (type) {
      case "Db" -> "debug";
      case "E", "F" -> "error";
      default -> "info";
    };
  }
}
