package dev.crosscheck.support;

import dev.crosscheck.cli.Main;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The command line in a process of its own, as a user starts it, with a temporary folder of its
 * own.
 */
public final class Cli implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Path temporary;
  private final Path errors;
  private final Family family;
  private final BufferedReader out;
  private final List<String> told = new ArrayList<>();

  private Cli(Process process, Path temporary, Path errors) {
    this.process = process;
    this.temporary = temporary;
    this.errors = errors;
    this.family = Family.of(process.toHandle());
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * @param folder where it is started
   */
  public static Cli start(Path folder, String... arguments) throws IOException {
    return start(folder, List.of(), Map.of(), arguments);
  }

  /**
   * In a session of its own, so that a signal can go to all of it, as a terminal sends it. A shell
   * that runs tests in the background ignores SIGINT, and so would its children: hence {@code env}.
   *
   * @param before a command that runs the one behind it
   * @param environment variables on top of this process's own
   */
  public static Cli start(
      Path folder, List<String> before, Map<String, String> environment, String... arguments)
      throws IOException {
    // A short name: Chromium's sockets are to be below it.
    Path temporary = Files.createTempDirectory("t");
    Path errors = Files.createTempFile(folder, "run", ".err");
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of("setsid", "env", "--default-signal=INT"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            absolute(System.getProperty("java.class.path")),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    return new Cli(process, temporary, errors);
  }

  public long pid() {
    return process.pid();
  }

  public Family family() {
    return family;
  }

  /** Reads until a line holds this text. */
  public void awaitLine(String text) throws IOException {
    for (String line = read(); line != null; line = read()) {
      if (line.contains(text)) {
        return;
      }
    }
    throw new AssertionError("never said '" + text + "': " + told + errors());
  }

  /**
   * @param signal such as {@code INT}
   * @param group to it and to every process that it started, as Ctrl-C does
   */
  public void send(String signal, boolean group) throws IOException, InterruptedException {
    family.note();
    String to = (group ? "-" : "") + process.pid();
    new ProcessBuilder("kill", "-" + signal, "--", to).start().waitFor();
  }

  /** The exit code, once it has ended. */
  public int code() throws IOException, InterruptedException {
    out();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running: " + told);
    }
    return process.exitValue();
  }

  /** What it wrote to standard output, once it has ended. */
  public String out() throws IOException {
    while (read() != null) {
      // to the end
    }
    return told.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  /** A line, and who is there by then. */
  private @Nullable String read() throws IOException {
    String line = out.readLine();
    if (line != null) {
      family.note();
      told.add(line);
    }
    return line;
  }

  /** What it wrote to standard error. */
  public String errors() throws IOException {
    return Files.readString(errors);
  }

  /** What it left in its temporary folder. */
  public List<String> leftFiles() throws IOException {
    try (var files = Files.list(temporary)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    family.end();
    try (Stream<Path> files = Files.walk(temporary)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static String absolute(String classPath) {
    return List.of(classPath.split(File.pathSeparator)).stream()
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
