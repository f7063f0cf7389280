package dev.crosscheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Crosscheck in a process of its own, as a user starts it. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path out;
  private final Path err;
  private final Set<ProcessHandle> family = new LinkedHashSet<>();

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * A session of its own, so that a signal can go to all of it, as a terminal sends it. A shell
   * that runs tests in the background ignores SIGINT, and so would its children: hence {@code env}.
   */
  static Child start(Path folder, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "setsid",
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Child(process, out, err);
  }

  /** Waits for its end. */
  int exit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running; it said:\n" + out() + err());
    }
    return process.exitValue();
  }

  /** Waits until a browser of its is there, with a page. */
  void awaitBrowser() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hasPage()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new AssertionError("no browser came up; it said:\n" + out() + err());
      }
      process.waitFor(200, TimeUnit.MILLISECONDS);
    }
    process.descendants().forEach(family::add);
  }

  /** By ps: Chromium rewrites its arguments, and then the JDK does not tell them. */
  private boolean hasPage() throws IOException {
    Set<String> pids = process.descendants().map(p -> "" + p.pid()).collect(Collectors.toSet());
    Process ps = new ProcessBuilder("ps", "-A", "-o", "pid=,args=").start();
    try (Stream<String> lines = ps.inputReader(StandardCharsets.UTF_8).lines()) {
      return lines
          .map(line -> line.strip().split(" ", 2))
          .anyMatch(words -> pids.contains(words[0]) && words[1].contains("--type=renderer"));
    }
  }

  /**
   * @param group to it and to every process that it started, as Ctrl-C does
   */
  void send(String signal, boolean group) throws Exception {
    String to = (group ? "-" : "") + process.pid();
    new ProcessBuilder("kill", "-" + signal, "--", to).start().waitFor();
  }

  /** Those that were there when {@link #awaitBrowser} returned, and have not gone since. */
  List<String> leftBehind() throws Exception {
    for (ProcessHandle member : family) {
      try {
        member.onExit().get(10, TimeUnit.SECONDS);
      } catch (java.util.concurrent.TimeoutException e) {
        // told below
      }
    }
    return family.stream()
        .filter(ProcessHandle::isAlive)
        .map(p -> p.info().commandLine().orElse("process " + p.pid()))
        .toList();
  }

  long pid() {
    return process.pid();
  }

  String out() {
    return read(out);
  }

  String err() {
    return read(err);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
