package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line as a user has it: a process of its own, a real browser, signals. */
@ExtendWith(TestSupply.class)
@Timeout(300)
final class MainIT {
  private static final String PROJECT =
      Path.of("src/test/resources/cli/project").toAbsolutePath().toString();

  @TempDir private Path folder;

  @BeforeAll
  static void haveABrowser(Supply supply) throws Exception {
    supply.program(Program.CHROMEDRIVER);
    supply.nodeModules("web");
  }

  @Test
  void runsGreenAndLeavesAReportThatCanBeJudgedAnywhere() throws Exception {
    try (Child run = Child.start(folder, "run", "--dir", PROJECT, "--scenario", "arrives")) {
      assertThat(run.exit()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .startsWith("1 cell: 1 plugin, 1 scenario, 1 device\npassed       chromium · partner · ")
          .contains("1 cell: 1 passed in ")
          .endsWith("report: reports/index.html\n");
      assertThat(run.err()).isEmpty();
    }
    Path reports = folder.resolve("reports");
    assertThat(reports.resolve("index.html")).isNotEmptyFile();
    assertThat(reports.resolve("matrix.json")).isNotEmptyFile();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(reports, elsewhere.resolve("copy"));
    try (Child judge = Child.start(elsewhere, "judge", "copy")) {
      assertThat(judge.exit()).isZero();
      assertThat(judge.out()).isEqualTo("1 attempt judged again: all equal\n");
    }
  }

  @Test
  void runsRedWithTheMismatchAndItsEvidence() throws Exception {
    try (Child run = Child.start(folder, "run", "--dir", PROJECT, "--scenario", "differs")) {
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.out())
          .contains("\nfailed  chromium · partner · partner/differs  ")
          .contains("\n    expected: properties.revenue = 26\n")
          .contains("\n    actual:   properties.revenue = 25\n");
      String har = "reports/cells/partner/chromium/differs/attempt-1/capture.har";
      assertThat(run.out()).contains("evidence: " + har);
      assertThat(folder.resolve(har)).isNotEmptyFile();
    }
  }

  @ParameterizedTest
  @CsvSource({"TERM, false, 143", "INT, false, 130", "INT, true, 130"})
  void leavesAReportAndNoProcessWhenItIsStopped(String signal, boolean group, int code)
      throws Exception {
    try (Child run = Child.start(folder, "run", "--dir", PROJECT, "--scenario", "waits")) {
      run.awaitBrowser();
      run.send(signal, group);
      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(code);
      assertThat(run.leftBehind()).isEmpty();
      assertThat(run.out())
          .contains("broken       chromium · partner · partner/waits")
          .contains("\n  interrupted\n")
          .contains("1 cell: 1 broken in ", ", interrupted\n");
      assertThat(run.err()).isEqualTo("the run was interrupted\nnothing was judged\n");
    }
    assertThat(Files.readString(folder.resolve("reports/matrix.json"))).contains("\"interrupted");
    assertThat(folder.resolve("reports/index.html")).isNotEmptyFile();
    assertThat(temporaryFiles()).isEmpty();
  }

  @Test
  void refusesToWriteWhereAnotherRunIsWriting() throws Exception {
    try (Child first = Child.start(folder, "run", "--dir", PROJECT, "--scenario", "waits")) {
      first.awaitBrowser();
      try (Child second = Child.start(folder, "run", "--dir", PROJECT)) {
        assertThat(second.exit()).isEqualTo(3);
        assertThat(second.err()).contains("(pid " + first.pid() + ")").doesNotContain("Exception");
      }
      first.send("TERM", false);
      assertThat(first.exit()).isEqualTo(143);
    }
  }

  /** Half-written files of the report. */
  private Stream<Path> temporaryFiles() throws IOException {
    return Files.walk(folder.resolve("reports")).filter(file -> file.toString().endsWith(".tmp"));
  }
}
