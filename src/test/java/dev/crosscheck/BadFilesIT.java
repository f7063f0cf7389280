package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TinyProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be run: everything that is wrong is told before anything is started. */
@Timeout(300)
class BadFilesIT {
  @TempDir Path folder;

  @Test
  void aMissingBundleIsToldWithAllElseThatIsWrong() throws Exception {
    TinyProject project =
        TinyProject.in(folder)
            .plugin("missing", "")
            .scenario("missing", "order", TinyProject.ONE_ORDER)
            .neighbour()
            .scenario(
                "neighbour",
                "misspelt",
                List.of("steps:", "  - trak: Order", "expect:", "  - partner: event"));
    Files.delete(project.bundle("missing"));

    try (Cli run = Cli.start(folder, "run")) {
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.errors())
          .isEqualTo(
              """
              scenarios/missing/plugin.yaml:11:13: there is no file 'web/plugin.js' [MissingFile]
                hint: paths are relative to plugin.yaml
              scenarios/neighbour/misspelt.yaml:3:5: unknown step 'trak' [UnknownStep]
                hint: did you mean 'track'?
              2 errors
              """);
      assertThat(run.out()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
      assertThat(folder.resolve("reports")).doesNotExist();
    }
  }
}
