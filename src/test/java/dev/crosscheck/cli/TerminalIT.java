package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.TinyProject;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What someone at a terminal sees of a run. */
@ExtendWith(TestSupply.class)
@Timeout(120)
final class TerminalIT {
  private static final char CTRL_C = 3;

  @TempDir private Path folder;
  private Path project = Path.of("");

  @BeforeEach
  void write(Supply supply) throws Exception {
    supply.program(Program.CHROMEDRIVER);
    supply.nodeModules("web");
    project =
        TinyProject.in(folder)
            .plugin("partner", "")
            .scenario("partner", "order", TinyProject.ONE_ORDER)
            .scenario("partner", "never", TinyProject.FOR_EVER)
            .base();
  }

  @Test
  void showsATableThatGivesWayToTheTotals() throws Exception {
    try (Pty run = Pty.start(project, Map.of("NO_COLOR", "1"), "run", "--scenario", "order")) {
      run.await(screen -> screen.seen().contains("chromium   0/1                  order "));
      assertThat(run.screen().seen())
          .contains("1 cell: 1 plugin, 1 scenario, 1 device\n")
          .containsPattern("\n {10}done  passed  failed  under way\n")
          .containsPattern("\n0 of 1 cell, 1 under way, .* s\n");
      assertThat(run.end()).as(run.screen().text()).isZero();
      assertThat(run.screen().text())
          .matches(
              "1 cell: 1 plugin, 1 scenario, 1 device\n\n"
                  + "1 cell: 1 passed in \\d+(\\.\\d)? s\n"
                  + "report: reports/index.html\n");
      assertThat(run.screen().isCursorShown()).isTrue();
      assertThat(run.screen().isColoured()).isFalse();
      assertThat(run.screen().wraps()).isZero();
      assertThat(run.screen().drawings()).isGreaterThan(3);
    }
  }

  @Test
  void leavesTheScreenInOrderWhenInterrupted() throws Exception {
    try (Pty run = Pty.start(project, Map.of(), "run", "--scenario", "never")) {
      run.await(screen -> screen.seen().contains("never "));
      run.type(CTRL_C);
      assertThat(run.end()).as(run.screen().text()).isEqualTo(130);
      assertThat(run.screen().text())
          .contains("broken  chromium · partner · partner/never  never of partner\n  interrupted\n")
          .containsPattern("\n1 cell: 1 broken in .*, interrupted\nreport: reports/index.html\n")
          .doesNotContain("under way", "^C");
      assertThat(run.screen().isCursorShown()).isTrue();
      assertThat(run.screen().isAtItsEnd()).isTrue();
      assertThat(run.screen().isColoured()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, dumb", "CI, true"})
  void printsALineForEachCellWhereNothingCanBeDrawn(String variable, String value)
      throws Exception {
    Map<String, String> environment =
        Map.of(variable, value, Program.CHROMIUM.variable(), "/no/such/browser");
    try (Pty run = Pty.start(project, environment, "run", "--scenario", "order")) {
      assertThat(run.end()).as(run.screen().text()).isEqualTo(3);
      assertThat(run.written())
          .contains("\r\nskipped      chromium · partner · partner/order  0.0 s  ")
          .doesNotContain("\u001b");
    }
  }
}
