package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class InterruptionIT {

  @ParameterizedTest
  @CsvSource({"TERM, 143", "INT, 130"})
  void leavesAReportAndNoProcessBehind(String signal, int code) throws Exception {
    Process program = start("willing");
    try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
      long child = childOf(out.readLine());
      send(signal, program);
      assertThat(out.lines().collect(Collectors.joining("\n"))).isEqualTo("report written");
      assertThat(program.waitFor()).isEqualTo(code);
      assertThat(isGone(child)).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void killsWhatIsStillThereWhereTheRunDoesNotEnd() throws Exception {
    Process program = start("stubborn");
    try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
      long child = childOf(out.readLine());
      send("TERM", program);
      assertThat(program.waitFor()).isEqualTo(143);
      assertThat(isGone(child)).isTrue();
    } finally {
      program.destroyForcibly();
    }
  }

  /** A shell that runs tests in the background ignores SIGINT, and so would its children. */
  private static Process start(String kind) throws Exception {
    return new ProcessBuilder(
            "env",
            "--default-signal=INT",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StoppableProgram.class.getName(),
            kind)
        .redirectErrorStream(true)
        .start();
  }

  private static long childOf(String line) {
    assertThat(line).startsWith("running ");
    return Long.parseLong(line.substring("running ".length()));
  }

  private static void send(String signal, Process program) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid())).start().waitFor();
  }

  /** A process that was killed is gone once its parent, or init, has taken note. */
  private static boolean isGone(long pid) throws Exception {
    ProcessHandle handle = ProcessHandle.of(pid).orElse(null);
    if (handle != null) {
      handle.onExit().get(10, TimeUnit.SECONDS);
    }
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false).equals(false);
  }
}
