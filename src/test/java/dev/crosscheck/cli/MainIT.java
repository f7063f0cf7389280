package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user has it: a process of its own, a real browser. */
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
    try (Cli run = Cli.start(folder, "run", "--dir", PROJECT, "--scenario", "arrives")) {
      assertThat(run.code()).as(run.out() + run.errors()).isZero();
      assertThat(run.out())
          .startsWith("1 cell: 1 plugin, 1 scenario, 1 device\npassed       chromium · partner · ")
          .contains("1 cell: 1 passed in ")
          .endsWith("report: reports/index.html\n");
      assertThat(run.errors()).isEmpty();
    }
    Path reports = folder.resolve("reports");
    assertThat(reports.resolve("index.html")).isNotEmptyFile();
    assertThat(reports.resolve("matrix.json")).isNotEmptyFile();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.move(reports, elsewhere.resolve("copy"));
    try (Cli judge = Cli.start(elsewhere, "judge", "copy")) {
      assertThat(judge.code()).isZero();
      assertThat(judge.out()).isEqualTo("1 attempt judged again: all equal\n");
    }
  }

  @Test
  void runsRedWithTheMismatchAndItsEvidence() throws Exception {
    try (Cli run = Cli.start(folder, "run", "--dir", PROJECT, "--scenario", "differs")) {
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out())
          .contains("\nfailed  chromium · partner · partner/differs  ")
          .contains("\n    expected: properties.revenue = 26\n")
          .contains("\n    actual:   properties.revenue = 25\n");
      String har = "reports/cells/partner/chromium/differs/attempt-1/capture.har";
      assertThat(run.out()).contains("evidence: " + har);
      assertThat(folder.resolve(har)).isNotEmptyFile();
    }
  }
}
