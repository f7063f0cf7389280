package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.mobile.App;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppLogTest {
  private final List<String> heard = new ArrayList<>();
  private final AppLog log =
      new AppLog(
          "dev.crosscheck.app",
          new App.Listener() {
            @Override
            public void shows(String text) {
              heard.add("shows " + text);
            }

            @Override
            public void logged(String level, String tag, String text) {
              heard.add(level + " " + tag + ": " + text);
            }

            @Override
            public void crashed(String trace) {
              heard.add("crash " + trace);
            }
          });

  @Test
  void keepsTheAppsOwnLinesOnceItsProcessIsKnown() {
    take("11-26 19:00:00.000  4001  4001 I Mixpanel: before anybody knew");
    take(
        "11-26 19:00:00.100   500   600 I ActivityManager: Start proc 4001:dev.crosscheck.app/u0a12 for pre-top-activity");
    take(
        "11-26 19:00:00.200   500   600 I ActivityManager: Start proc 4002:dev.crosscheck.apple/u0a13 for service");
    take("11-26 19:00:00.300  4001  4010 W Mixpanel: no network: later");
    take("11-26 19:00:00.400  4002  4002 E Other: not ours");
    take("--------- beginning of main");

    assertThat(heard).containsExactly("warn Mixpanel: no network: later");
  }

  @Test
  void tellsOfACrashOnceItsTraceIsWhole() {
    take("11-26 19:00:00.000  4001  4001 E AndroidRuntime: FATAL EXCEPTION: main");
    take("11-26 19:00:00.000  4001  4001 E AndroidRuntime: Process: dev.crosscheck.app, PID: 4001");
    take("11-26 19:00:00.000  4001  4001 E AndroidRuntime: java.lang.IllegalStateException: no");
    log.caughtUp();
    assertThat(heard).isEmpty();
    take("11-26 19:00:00.000  4001  4001 E AndroidRuntime: \tat com.acme.A.b(A.java:1)");
    log.caughtUp();
    assertThat(heard).isEmpty();
    log.caughtUp();
    log.caughtUp();

    assertThat(heard)
        .containsExactly(
            "crash java.lang.IllegalStateException: no\n\tat com.acme.A.b(A.java:1)\n");
  }

  @Test
  void anotherAppsCrashIsNotOurs() {
    take("11-26 19:00:00.000  77  77 E AndroidRuntime: FATAL EXCEPTION: main");
    take("11-26 19:00:00.000  77  77 E AndroidRuntime: Process: com.other, PID: 77");
    take("11-26 19:00:00.000  77  77 E AndroidRuntime: java.lang.IllegalStateException: no");
    log.caughtUp();
    log.caughtUp();

    assertThat(heard).isEmpty();
  }

  private void take(String line) {
    log.take(line);
  }
}
