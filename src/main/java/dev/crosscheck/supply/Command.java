package dev.crosscheck.supply;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that is run to its end, within a time limit and without input from the terminal.
 *
 * @param environment all of the child's environment; nothing is inherited beside it
 * @param folder where it runs; the parent's own working folder if empty
 * @param input what it reads from standard input
 */
public record Command(
    List<String> words,
    Map<String, String> environment,
    Optional<Path> folder,
    String input,
    Duration limit) {

  /** What a shell's {@code timeout} says of a program that took too long. */
  private static final int TOO_LONG = 124;

  private static final Duration GRACE = Duration.ofSeconds(5);

  public Command {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a command without a program");
    }
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public static Command of(Map<String, String> environment, Duration limit, String... words) {
    return new Command(List.of(words), environment, Optional.empty(), "", limit);
  }

  public Command in(Path where) {
    return new Command(words, environment, Optional.of(where), input, limit);
  }

  public Command reading(String text) {
    return new Command(words, environment, folder, text, limit);
  }

  /**
   * Runs it. Both outputs go through files, so that a grandchild which keeps them open holds nobody
   * up.
   *
   * @throws IOException where it cannot be started
   * @throws InterruptedException after it and its children have been ended
   */
  public Result run() throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("crosscheck-command");
    try {
      File out = scratch.resolve("out").toFile();
      File err = scratch.resolve("err").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectInput(Files.writeString(scratch.resolve("in"), input).toFile())
              .redirectOutput(out)
              .redirectError(err);
      folder.ifPresent(where -> builder.directory(where.toFile()));
      builder.environment().clear();
      builder.environment().putAll(environment);
      int exit = waitFor(builder.start());
      String late = exit == TOO_LONG ? "\nended after " + limit.toSeconds() + " s" : "";
      return new Result(exit, text(out), text(err) + late);
    } finally {
      try (Stream<Path> files = Files.list(scratch)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(scratch);
    }
  }

  private int waitFor(Process process) throws InterruptedException {
    Thread hook = new Thread(() -> end(process), "ends " + words.get(0));
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
          ? process.exitValue()
          : TOO_LONG;
    } catch (IllegalStateException e) {
      throw new InterruptedException("the program is ending");
    } finally {
      end(process);
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the hook is running, or has run
      }
    }
  }

  /** Parents first: a shell whose child has ended would go on with its next command. */
  private static void end(Process process) {
    List<ProcessHandle> family =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    if (!process.isAlive()) {
      return;
    }
    family.forEach(ProcessHandle::destroy);
    if (!haveEnded(family)) {
      family.forEach(ProcessHandle::destroyForcibly);
      haveEnded(family);
    }
  }

  private static boolean haveEnded(List<ProcessHandle> family) {
    CompletableFuture<?>[] ends =
        family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // no grace left: end it by force
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private static String text(File file) throws IOException {
    return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
  }

  /** How it ended, and what it said. */
  public record Result(int exit, String out, String err) {
    public boolean ok() {
      return exit == 0;
    }

    /** The last lines that are not empty, of what it complained about or else of what it said. */
    public String lastLines(int count) {
      List<String> lines =
          new ArrayList<>(
              Arrays.stream((err.isBlank() ? out : err).split("\\R"))
                  .filter(line -> !line.isBlank())
                  .toList());
      return lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
          .map(String::strip)
          .collect(Collectors.joining("\n"));
    }
  }
}
