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
  private static final String EMULATOR = "emulator-";

  /** The running emulator with that virtual device; empty where none has it. */
  Optional<String> emulatorWith(String avd) {
    return devices().stream()
        .filter(serial -> serial.startsWith(EMULATOR))
        .filter(serial -> run("-s", serial, "emu", "avd", "name").lines().anyMatch(avd::equals))
        .findFirst();
  }

  /** The serial numbers of all devices that answer. */
  private List<String> devices() {
    return run("devices")
        .lines()
        .filter(line -> line.endsWith("\tdevice"))
        .map(line -> line.substring(0, line.indexOf('\t')))
        .toList();
  }

  void endEmulator(String serial) {
    run("-s", serial, "emu", "kill");
  }

  /** The phone's own port leads to the same one of this machine. */
  void lead(String serial, int toPort) {
    run("-s", serial, "reverse", "tcp:" + toPort, "tcp:" + toPort);
  }

  void leadNoMore(String serial, int toPort) {
    run("-s", serial, "reverse", "--remove", "tcp:" + toPort);
  }

  /** What it prints; nothing where it fails. */
  private String run(String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString(), "-P", String.valueOf(port)));
    words.addAll(List.of(arguments));
    try {
      Command.Result result = new Command(words, environment, Optional.empty(), "", LIMIT).run();
      if (!result.ok()) {
        LOG.debug("adb {} failed: {}", List.of(arguments), result.lastLines(2));
        return "";
      }
      return result.out();
    } catch (IOException e) {
      LOG.debug("adb cannot be run: {}", e.toString());
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking adb");
    }
  }
}
