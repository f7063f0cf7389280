package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.TinyDisk;
import dev.crosscheck.support.TinyProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Reports that cannot be written, or not by this run. */
@ExtendWith(TestSupply.class)
@Timeout(300)
class BadReportsIT {
  @TempDir Path folder;

  @BeforeAll
  static void haveABrowser(Supply supply) throws Exception {
    supply.program(Program.CHROMEDRIVER);
    supply.nodeModules("web");
  }

  @Test
  void reportsThatAreAFileAreTold() throws Exception {
    TinyProject.in(folder).neighbour();
    Files.writeString(folder.resolve("reports"), "mine");

    try (Cli run = Cli.start(folder, "run")) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.errors())
          .isEqualTo(
              """
              cannot write to 'reports': it is a file, not a folder
                hint: name a folder that can be written to with --reports
              """);
      assertThat(run.family().left()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
    }
    assertThat(folder.resolve("reports")).hasContent("mine");
  }

  @Test
  void aFullDiskBreaksTheCellsThatNoLongerFit() throws Exception {
    TinyProject project = TinyProject.in(folder).neighbour();
    for (String more : List.of("p", "q", "r", "s", "t")) {
      project.scenario("neighbour", more, TinyProject.ONE_ORDER);
    }
    Path reports = Files.createDirectory(folder.resolve("reports"));
    try (TinyDisk disk = TinyDisk.at(reports);
        Cli run = Cli.start(folder, disk.inside(), Map.of(), "run", "--parallel", "1")) {
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out())
          .contains("passed       chromium · neighbour · neighbour/order")
          .containsPattern(
              "broken +chromium · neighbour · neighbour/t .*cannot write '.*': No space left on"
                  + " device");
      assertThat(run.out()).contains("6 cells: ", " passed, ", " broken in ");
      assertThat(run.errors()).matches("cannot write '.*': No space left on device\n");
      assertThat(run.family().sawBrowsers()).isTrue();
      assertThat(run.family().left()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
    }
  }

  @Test
  void aSecondRunInTheSameFolderEndsAtOnce() throws Exception {
    TinyProject.in(folder)
        .neighbour()
        .plugin("waiting", "")
        .scenario("waiting", "for-nothing", TinyProject.FOR_EVER);
    try (Cli first = Cli.start(folder, "run")) {
      first.awaitLine("passed");
      try (Cli second = Cli.start(folder, "run")) {
        assertThat(second.code()).isEqualTo(3);
        assertThat(second.errors())
            .isEqualTo(
                """
                another run is writing to 'reports' (pid %d); wait until it has ended, or end it
                  hint: or give this run its own --reports
                """
                    .formatted(first.pid()));
        assertThat(second.leftFiles()).isEmpty();
      }
      first.send("TERM", false);
      assertThat(first.code()).isEqualTo(143);
      assertThat(first.family().left()).isEmpty();
    }
  }
}
