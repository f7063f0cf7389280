package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.TinyProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is told to stop while one cell is done and another waits. */
@ExtendWith(TestSupply.class)
@Timeout(300)
class StoppedRunIT {
  @TempDir Path folder;

  @BeforeAll
  static void haveABrowser(Supply supply) throws Exception {
    supply.program(Program.CHROMEDRIVER);
    supply.nodeModules("web");
  }

  @BeforeEach
  void write() {
    TinyProject.in(folder)
        .neighbour()
        .plugin("waiting", "")
        .scenario("waiting", "for-nothing", TinyProject.FOR_EVER);
  }

  @ParameterizedTest
  @CsvSource({"TERM, false, 143", "INT, false, 130", "INT, true, 130"})
  void leavesItsReportAndNothingElse(String signal, boolean group, int code) throws Exception {
    try (Cli run = Cli.start(folder, "run")) {
      run.awaitLine("passed");
      run.send(signal, group);

      assertThat(run.code()).isEqualTo(code);
      assertThat(run.out())
          .contains("broken       chromium · waiting · waiting/for-nothing")
          .contains("\n  interrupted\n")
          .contains("2 cells: 1 passed, 1 broken in ", ", interrupted\n");
      assertThat(run.errors()).isEqualTo("the run was interrupted\n");
      assertThat(folder.resolve("reports/matrix.json"))
          .content()
          .contains("\"interrupted\"")
          .contains("\"passed\": 1", "\"broken\": 1");
      assertThat(folder.resolve("reports/index.html")).isNotEmptyFile();
      assertThat(halfWritten()).isEmpty();
      assertThat(run.family().sawBrowsers()).isTrue();
      assertThat(run.family().left()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
    }
  }

  private Stream<Path> halfWritten() throws IOException {
    return Files.walk(folder.resolve("reports")).filter(file -> file.toString().endsWith(".tmp"));
  }

  @Test
  void leavesNoBrowserWhenItIsKilled() throws Exception {
    try (Cli run = Cli.start(folder, "run")) {
      run.awaitLine("passed");
      run.send("KILL", false);

      assertThat(run.code()).isEqualTo(137);
      assertThat(run.family().sawBrowsers()).isTrue();
      assertThat(run.family().left()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
    }
  }
}
