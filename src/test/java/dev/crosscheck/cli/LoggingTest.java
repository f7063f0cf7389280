package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Secrets;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LoggingTest {
  @AfterEach
  void silence() {
    Logging.silence();
  }

  @Test
  void writesNoSecrets() {
    Logging.speak();
    Logging.hide(Secrets.of(List.of("KEY"), Map.of("KEY", "k3y")));
    LogRecord logged = new LogRecord(Level.INFO, "asking with {0}");
    logged.setParameters(new Object[] {"k3y"});
    logged.setThrown(new IllegalStateException("k3y is refused"));

    Handler[] handlers = Logger.getLogger("").getHandlers();
    assertThat(handlers).hasSize(1);
    assertThat(handlers[0].getFormatter().format(logged))
        .contains("asking with <secret:KEY>", "<secret:KEY> is refused")
        .doesNotContain("k3y");
  }
}
