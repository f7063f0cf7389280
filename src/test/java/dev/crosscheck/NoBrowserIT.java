package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TinyProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine without Chromium, on which nothing may be installed. */
@Timeout(300)
class NoBrowserIT {
  @TempDir Path folder;

  @Test
  void skipsTheCellsAndSaysWhatToDo() throws Exception {
    TinyProject.in(folder).neighbour();
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Map<String, String> bare =
        Map.of(
            "PATH", nothing.toString(),
            "CROSSCHECK_INSTALL", "never",
            "CROSSCHECK_CACHE", nothing.toString(),
            "CROSSCHECK_CHROMIUM", "",
            "CROSSCHECK_CHROMEDRIVER", "");

    try (Cli run = Cli.start(folder, List.of(), bare, "run")) {
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out())
          .contains(
              "chromium is not available: no Chromium and chromedriver: not on PATH;"
                  + " CROSSCHECK_INSTALL is 'never' (")
          .contains("name them with CROSSCHECK_CHROMIUM and CROSSCHECK_CHROMEDRIVER)")
          .contains("1 cell: 1 skipped")
          .doesNotContain("passed");
      assertThat(run.errors()).isEqualTo("nothing was judged\n");
      assertThat(folder.resolve("reports/matrix.md")).content().contains("no Chromium");
      assertThat(run.family().left()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
    }
  }
}
