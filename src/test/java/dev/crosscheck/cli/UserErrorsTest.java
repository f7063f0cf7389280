package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.FindingsException;
import dev.crosscheck.finding.SourceLocation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class UserErrorsTest {
  private final Printed err = new Printed();

  @Test
  void printsEveryFindingAndHowManyThereAre() {
    int code =
        execute(
            new FindingsException(
                List.of(
                    Finding.error(
                        "UnknownStep",
                        new SourceLocation("scenarios/x/order.yaml", 7, 5),
                        "unknown step 'trak'",
                        "did you mean 'track'?"),
                    Finding.error("NoSteps", new SourceLocation("b.yaml", 1, 1), "no steps", ""),
                    Finding.warning("Odd", SourceLocation.of("c.yaml"), "odd", ""))),
            Map.of());
    assertThat(code).isEqualTo(2);
    assertThat(err.text())
        .isEqualTo(
            """
            scenarios/x/order.yaml:7:5: unknown step 'trak' [UnknownStep]
              hint: did you mean 'track'?
            b.yaml:1:1: no steps [NoSteps]
            c.yaml: warning: odd [Odd]
            2 errors, 1 warning
            """);
  }

  @Test
  void printsARefusalWithItsHintAndCode() {
    assertThat(execute(new Refusal(3, "no room", "make some"), Map.of())).isEqualTo(3);
    assertThat(err.text()).isEqualTo("no room\n  hint: make some\n");
  }

  @Test
  void ownsUpToABugInOneLineWithoutAStackTrace() {
    assertThat(execute(new IllegalStateException("odd"), Map.of())).isEqualTo(3);
    assertThat(err.text())
        .isEqualTo(
            """
            unexpected: java.lang.IllegalStateException: odd
              this is a bug in crosscheck; --debug shows where it happened
            """);
  }

  @Test
  void showsTheStackTraceToThoseWhoAsk() {
    execute(new IllegalStateException("odd"), Map.of(), "x", "--debug");
    execute(new IllegalStateException("even"), Map.of("CROSSCHECK_DEBUG", "1"));
    assertThat(err.text())
        .contains("IllegalStateException: odd\n\tat ", "IllegalStateException: even\n\tat ");
  }

  private int execute(Exception thrown, Map<String, String> environment) {
    return execute(thrown, environment, "x");
  }

  private int execute(Exception thrown, Map<String, String> environment, String... arguments) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Shell shell = new Shell(new Printed().stream(), err.stream(), environment, false, clock);
    return new CommandLine(new Top())
        .addSubcommand("x", new Throwing(thrown))
        .setExecutionExceptionHandler(new UserErrors(shell))
        .execute(arguments);
  }

  @Command(name = "top")
  private static final class Top {}

  @Command(name = "x")
  private static final class Throwing implements Callable<Integer> {
    private final Exception thrown;
    @Mixin private Common common = new Common();

    Throwing(Exception thrown) {
      this.thrown = thrown;
    }

    @Override
    public Integer call() throws Exception {
      throw thrown;
    }
  }
}
