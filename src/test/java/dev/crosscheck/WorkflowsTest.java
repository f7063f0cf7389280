package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the workflows in {@code .github/} hold to, beyond being read by GitHub. */
class WorkflowsTest {
  private static final Path FOLDER = Path.of(".github/workflows");

  static List<Path> workflows() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyActionIsPinnedByItsCommitAndSaysItsVersion(Path workflow) throws IOException {
    List<String> used =
        Files.readAllLines(workflow).stream().filter(line -> line.contains("uses:")).toList();

    assertThat(used)
        .isNotEmpty()
        .allMatch(
            line -> line.matches("\\s+(- )?uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  /** Two workflows run an action in one version. */
  @Test
  void anActionHasOneVersion() throws IOException {
    Map<String, Long> versions =
        workflows().stream()
            .flatMap(workflow -> lines(workflow).filter(line -> line.contains("uses:")))
            .map(line -> line.replaceFirst(".*uses: ", ""))
            .distinct()
            .collect(
                Collectors.groupingBy(use -> use.replaceFirst("@.*", ""), Collectors.counting()));

    assertThat(versions).isNotEmpty().allSatisfy((action, count) -> assertThat(count).isOne());
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noneMayWriteOrRunForEver(Path workflow) throws IOException {
    Map<?, ?> read = (Map<?, ?>) load(workflow);

    assertThat(read.get("permissions")).isEqualTo(Map.of("contents", "read"));
    assertThat(((Map<?, ?>) read.get("jobs")).values())
        .isNotEmpty()
        .allSatisfy(job -> assertThat(((Map<?, ?>) job).get("timeout-minutes")).isNotNull());
  }

  private static Object load(Path workflow) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(workflow));
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
