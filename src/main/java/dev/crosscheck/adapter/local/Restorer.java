package dev.crosscheck.adapter.local;

import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Puts a Mac's network settings back: a shell that waits for the end of its input, which only this
 * JVM holds open, so that it comes to that however this JVM ends. Ctrl-C is for the JVM alone.
 */
final class Restorer {
  /** Of those who are no administrators macOS asks for a password, which nobody would type here. */
  static final String SET = "networksetup \"$@\" || sudo -n networksetup \"$@\"";

  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      failed=0
      set_back() { { %s; } || failed=1; }
      read -r nothing
      %s
      exit $failed
      """;

  private static final long PATIENCE_S = 20;

  private final Process shell;
  private final String changes;
  private final Consumer<String> announcer;
  private boolean closed;

  private Restorer(Process shell, String changes, Consumer<String> announcer) {
    this.shell = shell;
    this.changes = changes;
    this.announcer = announcer;
  }

  /**
   * @param changes arguments of {@code networksetup}
   * @param announcer hears where they could not be made
   */
  static Restorer of(
      List<List<String>> changes, Map<String, String> environment, Consumer<String> announcer) {
    String calls =
        changes.stream().map(words -> "set_back " + line(words)).collect(Collectors.joining("\n"));
    ProcessBuilder command =
        new ProcessBuilder("/bin/sh", "-c", SCRIPT.formatted(SET, calls), "crosscheck-restorer")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().clear();
    command.environment().putAll(environment);
    try {
      return new Restorer(command.start(), calls.replace("set_back", "networksetup"), announcer);
    } catch (IOException e) {
      throw new DeviceLost("nobody would put this Mac's proxy back: " + e.getMessage(), e);
    }
  }

  /** Puts them back; true at the first time. */
  synchronized boolean close() {
    if (closed) {
      return false;
    }
    closed = true;
    try {
      shell.getOutputStream().close();
      if (!shell.waitFor(PATIENCE_S, TimeUnit.SECONDS) || shell.exitValue() != 0) {
        announcer.accept("This Mac's proxy could not be put back. Do so with:\n" + changes);
      }
    } catch (IOException e) {
      announcer.accept("This Mac's proxy may not be put back. See to it with:\n" + changes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the shell goes on by itself
    }
    return true;
  }

  private static String line(List<String> words) {
    return words.stream().map(Restorer::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
