package dev.crosscheck.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTraceTest {
  @Test
  void namesTheInnermostFrameThatIsNotTheSystems() {
    String stack =
        """
        java.base@17.0.15/java.lang.Object.wait(Native Method)
        android.os.SystemClock.sleep(SystemClock.java:1)
        com.acme.Sender.send(Sender.java:12)
        com.acme.Plugin.track(Plugin.java:7)
        dev.crosscheck.app.MainActivity.take(MainActivity.java:3)
        """;

    assertThat(StackTrace.busy(stack)).contains("com.acme.Sender.send(Sender.java:12)");
  }

  @Test
  void namesNothingOnAnIdleThread() {
    assertThat(StackTrace.busy("java.lang.Object.wait(Native Method)\ndev.crosscheck.jvm.A.b(A)"))
        .isEmpty();
    assertThat(StackTrace.busy("")).isEmpty();
  }

  @Test
  void tellsTheHeadInOneLine() {
    assertThat(StackTrace.head("java.lang.E: no\n\tat com.acme.A.b(A.java:1)\n\tat c\n", 2))
        .isEqualTo("java.lang.E: no at com.acme.A.b(A.java:1)");
  }
}
