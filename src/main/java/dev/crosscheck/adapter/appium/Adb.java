package dev.crosscheck.adapter.appium;

import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Android's {@code adb}, for what Appium has no command for. It talks to the same adb server as
 * Appium does.
 *
 * @param port of that server
 */
record Adb(Path program, int port, Map<String, String> environment) {
  private static final Logger LOG = LoggerFactory.getLogger(Adb.class);
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /** The phone's own port leads to the same one of this machine. */
  void lead(String serial, int toPort) {
    run("-s", serial, "reverse", "tcp:" + toPort, "tcp:" + toPort);
  }

  void leadNoMore(String serial, int toPort) {
    run("-s", serial, "reverse", "--remove", "tcp:" + toPort);
  }

  private void run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString(), "-P", String.valueOf(port)));
    words.addAll(List.of(arguments));
    try {
      Command.Result result = new Command(words, environment, Optional.empty(), "", LIMIT).run();
      if (!result.ok()) {
        LOG.debug("adb {} failed: {}", List.of(arguments), result.lastLines(2));
      }
    } catch (IOException e) {
      LOG.debug("adb cannot be run: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking adb");
    }
  }
}
