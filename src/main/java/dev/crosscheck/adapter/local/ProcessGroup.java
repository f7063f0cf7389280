package dev.crosscheck.adapter.local;

import dev.crosscheck.device.DeviceLost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process and all that come of it, also those whose parent has died before them: WebKit's driver,
 * killed, leaves its browser behind. They are a process group of their own, as Linux has them.
 */
final class ProcessGroup implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessGroup.class);
  private static final int REMEMBERED = 20;
  private static final long PATIENCE_MS = 2_000;
  private static final long LAST_WORDS_MS = 1_000;

  /** Elsewhere only those end whose parents still live. */
  private static final boolean GROUPED = "Linux".equals(System.getProperty("os.name"));

  /** Ctrl-C is for the JVM alone; where there are no groups of ours, a program has to ignore it. */
  private static final List<String> DEAF =
      List.of("/bin/sh", "-c", "trap '' INT QUIT; exec \"$@\"", "crosscheck");

  private final String name;
  private final Process leader;
  private final Farewell farewell;
  private final Watchdog watchdog;
  private final Thread atShutdown;
  private final List<Thread> readers = new CopyOnWriteArrayList<>();
  private final Deque<String> said = new ArrayDeque<>();
  private final Object ending = new Object();
  private boolean heardOut;

  private ProcessGroup(String name, Process leader, Path folder, Farewell farewell) {
    this.name = name;
    this.leader = leader;
    this.farewell = farewell;
    this.watchdog = Watchdog.over(leader, folder, farewell.command());
    this.atShutdown = new Thread(() -> endWith(folder), "end " + name);
    Runtime.getRuntime().addShutdownHook(atShutdown);
  }

  /**
   * @param folder of theirs, in which they run, for temporary files and whatever else they leave;
   *     taken away by a watchdog once this JVM has been killed
   * @param output takes lines of its standard output; what it does not take is remembered
   */
  static ProcessGroup start(
      String name,
      Path program,
      List<String> arguments,
      Map<String, String> environment,
      Path folder,
      Predicate<String> output) {
    return start(name, program, arguments, environment, folder, output, Farewell.NONE);
  }

  /**
   * @param farewell ends what leaves the group: servers that make themselves independent
   */
  static ProcessGroup start(
      String name,
      Path program,
      List<String> arguments,
      Map<String, String> environment,
      Path folder,
      Predicate<String> output,
      Farewell farewell) {
    List<String> command = new ArrayList<>(GROUPED ? List.of("setsid") : deaf());
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("TMPDIR", folder.toString());
    builder.environment().putAll(environment);
    builder.environment().values().removeIf(String::isEmpty);
    try {
      Process process = builder.start();
      ProcessGroup group = new ProcessGroup(name, process, folder, farewell);
      group.read(process.getInputStream(), output);
      group.read(process.getErrorStream(), line -> false);
      return group;
    } catch (IOException e) {
      throw new DeviceLost("'" + program + "' cannot be started: " + e.getMessage(), e);
    }
  }

  private static List<String> deaf() {
    return Files.isExecutable(Path.of(DEAF.get(0))) ? DEAF : List.of();
  }

  String name() {
    return name;
  }

  long pid() {
    return leader.pid();
  }

  /** How it ended and what it said last; empty while it runs. */
  Optional<String> ended() {
    if (leader.isAlive()) {
      return Optional.empty();
    }
    hearOut();
    return Optional.of(name + " ended with status " + leader.exitValue() + words());
  }

  /** What it said last, as the end of a sentence. */
  String words() {
    synchronized (said) {
      return said.isEmpty() ? "" : ", saying: " + String.join(" ", said);
    }
  }

  /** Ends all of them at once, and returns when they are gone. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atShutdown);
    } catch (IllegalStateException e) {
      LOG.debug("the JVM is ending already");
    }
    end();
  }

  /** Asks it to end and gives it some time for that, then ends all that is left. */
  void dismiss(Duration patience) {
    ProcessTree tree = ProcessTree.of(leader.toHandle());
    leader.destroy();
    try {
      leader.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tree.end();
    close();
  }

  /** Nobody else will take the folder away once the JVM is ending. */
  private void endWith(Path folder) {
    end();
    Folders.remove(folder);
  }

  private synchronized void end() {
    watchdog.close();
    ProcessTree tree = ProcessTree.of(leader.toHandle());
    killGroup();
    tree.end();
    farewell.say();
  }

  private void killGroup() {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -KILL \"-$1\"", "kill", Long.toString(pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      LOG.debug("what '{}' left cannot be ended: {}", name, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Reads to the end: a full pipe would stop the process. */
  private void read(InputStream stream, Predicate<String> output) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (!line.isBlank() && !output.test(line)) {
                    remember(line);
                  }
                }
              } catch (IOException | UncheckedIOException e) {
                LOG.debug("no more of what '{}' says: {}", name, e.toString());
              }
            },
            name + " output");
    reader.setDaemon(true);
    reader.start();
    readers.add(reader);
  }

  /** Waits, once, until its last words have been read: whoever reads them may be held up. */
  private void hearOut() {
    synchronized (ending) {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_WORDS_MS);
      try {
        for (Thread reader : heardOut ? List.<Thread>of() : readers) {
          reader.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        heardOut = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void remember(String line) {
    synchronized (said) {
      if (said.size() == REMEMBERED) {
        said.removeFirst();
      }
      said.addLast(line.strip());
    }
  }
}
