package dev.crosscheck.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that came from one process while a test ran, and the folder that each driver gave
 * its browsers: what of them is left.
 */
public final class Family {
  private static final String DRIVER = "chromedriver";
  private static final String FOLDER = "--log-path=";
  private static final long FAREWELL_MS = 10_000;

  private final ProcessHandle head;
  private final Set<ProcessHandle> before;
  private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();
  private final Set<ProcessHandle> drivers = ConcurrentHashMap.newKeySet();
  private final Set<ProcessHandle> browsers = ConcurrentHashMap.newKeySet();
  private final Set<Path> folders = ConcurrentHashMap.newKeySet();

  private Family(ProcessHandle head) {
    this.head = head;
    this.before = Set.copyOf(head.descendants().toList());
  }

  /** From now on. */
  public static Family of(ProcessHandle head) {
    return new Family(head);
  }

  /** Looks who is there now. */
  public void note() {
    head.descendants().filter(process -> !before.contains(process)).forEach(this::note);
  }

  private void note(ProcessHandle process) {
    seen.add(process);
    String command = process.info().command().orElse("");
    if (command.endsWith(DRIVER)) {
      drivers.add(process);
    } else if (command.contains("chrom")) {
      browsers.add(process);
    }
    Stream.of(process.info().arguments().orElse(new String[0]))
        .filter(argument -> argument.startsWith(FOLDER))
        .map(argument -> Path.of(argument.substring(FOLDER.length())))
        .forEach(log -> folders.add(log.resolveSibling("")));
  }

  /** The driver that runs now. */
  public Optional<ProcessHandle> driver() {
    note();
    return drivers.stream().filter(Family::runs).findFirst();
  }

  /** The browser's own process, which has all others below it. */
  public Optional<ProcessHandle> browser() {
    return driver().flatMap(driver -> driver.children().filter(browsers::contains).findFirst());
  }

  /** Whether there were processes and folders that could have been left. */
  public boolean sawBrowsers() {
    return !folders.isEmpty() && !browsers.isEmpty();
  }

  /** What is still there once it had time to go: processes by their commands, folders. */
  public List<String> left() {
    note();
    Stream<String> processes =
        seen.stream().filter(Family::stays).map(process -> process.info().command().orElse("?"));
    return Stream.concat(
            processes, folders.stream().filter(folder -> Files.exists(folder)).map(Path::toString))
        .toList();
  }

  /** Ends those who are left, for a test that failed. */
  public void end() {
    seen.forEach(ProcessHandle::destroyForcibly);
  }

  /** Whether a process runs on, though it had time to end. */
  public static boolean stays(ProcessHandle process) {
    try {
      process.onExit().get(runs(process) ? FAREWELL_MS : 0, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return runs(process);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return false;
  }

  /** Zombies, whose parent is gone and whom nobody reaps, have no command any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
