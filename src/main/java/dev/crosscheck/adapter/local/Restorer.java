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
      trap '' HUP INT QUIT TERM
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
  private final Thread atShutdown;
  private boolean closed;
  private boolean restored;

  private Restorer(Process shell, String changes, Consumer<String> announcer) {
    this.shell = shell;
    this.changes = changes;
    this.announcer = announcer;
    this.atShutdown = new Thread(this::letGo, "put this Mac's proxy back");
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
      String byHand = calls.replace("set_back", "networksetup");
      Restorer restorer = new Restorer(command.start(), byHand, announcer);
      restorer.watchForTheEnd();
      return restorer;
    } catch (IOException e) {
      throw new DeviceLost("nobody would put this Mac's proxy back: " + e.getMessage(), e);
    }
  }

  /** Whatever else is slow to end then, and is killed for it, the settings are not. */
  private void watchForTheEnd() {
    try {
      Runtime.getRuntime().addShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      shell.destroyForcibly();
      throw new DeviceLost("this Mac's proxy is changed no more: the run is ending", e);
    }
  }

  private void letGo() {
    try {
      shell.getOutputStream().close();
    } catch (IOException e) {
      // the shell has ended: its exit value says how
    }
  }

  /**
   * Puts them back, and waits until that is done, also where the thread is interrupted.
   *
   * @return whether all are back
   */
  synchronized boolean close() {
    if (!closed) {
      closed = true;
      letGo();
      restored = hasEnded() && shell.exitValue() == 0;
      if (!restored) {
        announcer.accept("This Mac's proxy could not be put back. Do so with:\n" + changes);
      }
      try {
        Runtime.getRuntime().removeShutdownHook(atShutdown);
      } catch (IllegalStateException e) {
        // the JVM is ending already
      }
    }
    return restored;
  }

  private boolean hasEnded() {
    long by = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return shell.waitFor(by - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static String line(List<String> words) {
    return words.stream().map(Restorer::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
