package dev.crosscheck.adapter.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a driver with its browsers, and takes their folder away, once this JVM has been killed: a
 * shell that waits for the end of its input, which only this JVM holds open. Where there is no
 * shell, nobody watches.
 */
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  /**
   * A driver that leads a process group ends with it. What is ending may still write, so once is
   * not always enough. Ctrl-C is for the JVM alone.
   */
  private static final String SCRIPT =
      """
      trap '' HUP INT QUIT TERM
      read -r nothing
      kill -KILL "$1" $(pgrep -P "$1")
      kill -KILL "-$1"
      folder=$2
      shift 2
      [ $# -gt 0 ] && "$@"
      for try in 1 2 3 4 5; do
        rm -rf "$folder" && break
        sleep 1
      done
      """;

  private final Optional<Process> shell;

  private Watchdog(Optional<Process> shell) {
    this.shell = shell;
  }

  static Watchdog over(Process driver, Path folder) {
    return over(driver, folder, List.of());
  }

  /**
   * @param farewell a command that ends what the driver left outside of its group; none if empty
   */
  static Watchdog over(Process driver, Path folder, List<String> farewell) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "crosscheck-watchdog"));
    words.addAll(List.of(Long.toString(driver.pid()), folder.toString()));
    words.addAll(farewell);
    ProcessBuilder command =
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return new Watchdog(Optional.of(command.start()));
    } catch (IOException e) {
      LOG.debug("nobody watches over '{}': {}", folder, e.toString());
      return new Watchdog(Optional.empty());
    }
  }

  /** Looks away. */
  @Override
  public void close() {
    shell.ifPresent(process -> ProcessTree.of(process.toHandle()).end());
  }
}
