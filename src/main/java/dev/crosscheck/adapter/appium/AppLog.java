package dev.crosscheck.adapter.appium;

import dev.crosscheck.mobile.App;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a phone's log says of the app: its own lines, and the stack trace of what nobody caught. Of
 * the phone's other processes nothing is kept.
 */
final class AppLog {
  private static final String CRASH = "FATAL EXCEPTION";
  private static final String RUNTIME = "AndroidRuntime";

  private final Pattern start;
  private final String process;
  private final App.Listener listener;
  private final Set<Integer> pids = new HashSet<>();
  private final StringBuilder trace = new StringBuilder();
  private boolean crashing;
  private boolean grows;

  AppLog(String appId, App.Listener listener) {
    this.start = Pattern.compile("Start proc (\\d+):" + Pattern.quote(appId) + "[/:].*");
    this.process = "Process: " + appId + ", PID: ";
    this.listener = listener;
  }

  void take(String text) {
    Optional<LogcatLine> parsed = LogcatLine.parse(text);
    if (parsed.isEmpty()) {
      return;
    }
    LogcatLine line = parsed.get();
    Matcher started = start.matcher(line.text());
    if (started.matches()) {
      pids.add(Integer.parseInt(started.group(1)));
    } else if (line.tag().equals(RUNTIME) && line.level().equals("error")) {
      takeOfCrash(line);
    } else if (pids.contains(line.pid())) {
      listener.logged(line.level(), line.tag(), line.text());
    }
  }

  private void takeOfCrash(LogcatLine line) {
    if (line.text().startsWith(CRASH)) {
      trace.setLength(0);
      crashing = false;
    } else if (line.text().startsWith("Process: ")) {
      crashing = line.text().startsWith(process);
    } else if (crashing) {
      trace.append(line.text()).append('\n');
      grows = true;
    }
  }

  /** The lines that there are have been taken: a trace that has not grown since is whole. */
  void caughtUp() {
    if (trace.length() > 0 && !grows) {
      listener.crashed(trace.toString());
      trace.setLength(0);
    }
    grows = false;
  }
}
