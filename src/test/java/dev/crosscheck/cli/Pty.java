package dev.crosscheck.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosscheck.cli.terminal.FakeTerminal;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line in a real pseudo-terminal of 90 columns and 30 rows, which util-linux's {@code
 * script} opens; what it writes is shown on a screen in memory.
 */
final class Pty implements AutoCloseable {
  private final Process process;
  private final Reader out;
  private final FakeTerminal screen = new FakeTerminal(90, 30);
  private final StringBuilder written = new StringBuilder();

  private Pty(Process process) {
    this.process = process;
    this.out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
  }

  /**
   * Gives up the test where there is no such {@code script}.
   *
   * @param environment variables on top of this process's own, without those of a CI system
   */
  static Pty start(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    assumeTrue(hasScript(), "no script of util-linux here");
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator)),
            Main.class.getName()));
    command.addAll(List.of(arguments));
    String line = command.stream().map(Pty::quoted).collect(Collectors.joining(" "));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qec", "stty cols 90 rows 30; exec " + line, "/dev/null")
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> variables = builder.environment();
    variables
        .entrySet()
        .removeIf(set -> CiBuild.in(Map.of(set.getKey(), set.getValue())).isPresent());
    variables.keySet().removeAll(List.of("COLUMNS", "LINES", "NO_COLOR", "CROSSCHECK_DEBUG"));
    variables.put("TERM", "xterm-256color");
    variables.put("SHELL", "/bin/sh");
    variables.putAll(environment);
    return new Pty(builder.start());
  }

  FakeTerminal screen() {
    return screen;
  }

  /** Reads until the screen shows something, with nothing on it that is only half drawn. */
  void await(Predicate<FakeTerminal> shown) throws IOException {
    while (!screen.isCursorShown() || !shown.test(screen)) {
      if (!read()) {
        throw new AssertionError("never shown:\n" + screen.text());
      }
    }
  }

  /** As someone at the keyboard does it. */
  void type(char key) throws IOException {
    process.getOutputStream().write(key);
    process.getOutputStream().flush();
  }

  /** Reads to the end; the exit code. */
  int end() throws IOException, InterruptedException {
    while (read()) {
      // to the end
    }
    return process.waitFor();
  }

  /** Everything, escape characters included. */
  String written() {
    return written.toString();
  }

  /** Reads what is there, but no further than to where a drawing ends: it shows the cursor. */
  private boolean read() throws IOException {
    StringBuilder some = new StringBuilder();
    int next;
    do {
      next = out.read();
      if (next >= 0) {
        some.append((char) next);
      }
    } while (next >= 0 && next != 'h' && out.ready());
    written.append(some);
    screen.take(some.toString());
    return next >= 0;
  }

  @Override
  public void close() {
    List<ProcessHandle> family = process.descendants().toList();
    process.destroyForcibly();
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean hasScript() {
    try {
      Process asked = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return said.contains("util-linux");
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
