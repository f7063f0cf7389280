package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every plugin must show, asked of a plugin that others published and of which nothing is
 * known here but its plugin.yaml, in real Chromium. That it is red somewhere is a result; that
 * nothing could be told of it would be our fault.
 */
@Timeout(900)
final class PublishedPluginIT {
  private static final Path BASE = Path.of("src/test/resources/published");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path reports;

  private static Matrix matrix;

  @BeforeAll
  static void run() {
    try (Wiring wiring =
        new Wiring(BASE, System.getenv(), InstantSource.system(), System.out::println)) {
      Plan plan = wiring.plan(wiring.project(), Filter.EVERYTHING);
      matrix = wiring.run(plan, reports, 6, List.of());
    }
  }

  @Test
  void everyCellIsJudged() {
    assertThat(cells()).hasSizeGreaterThan(15);
    assertThat(cells())
        .allSatisfy(
            cell ->
                assertThat(cell.verdict())
                    .as(ProjectRun.told(cell))
                    .isNotInstanceOf(Verdict.Broken.class));
    assertThat(cells())
        .flatExtracting(CellResult::rows)
        .allSatisfy(row -> assertThat(row.verdict()).as(row.toString()).isNotEqualTo("broken"));
  }

  /**
   * It makes a group's traits the user's, and these replace those of the same name that are not
   * sent yet; of an order's currency it says nothing, so that Braze takes it for USD; and of a
   * reset it does not hear, so that nobody's events go on under the last user's id.
   */
  @Test
  void whatIsRedIsThePlugins() {
    List<String> red = new ArrayList<>();
    for (CellResult cell : cells()) {
      cell.rows().stream()
          .filter(RowVerdict::isFailed)
          .forEach(row -> red.add(cell.cell().scenario() + ": " + row.row()));
    }

    assertThat(red)
        .containsExactlyInAnyOrder(
            "conformance/calls: identify",
            "conformance/events: Order Completed",
            "conformance/user-switch: after a reset nobody's events are not the last user's");
  }

  private static List<CellResult> cells() {
    return ProjectRun.cells(matrix, "braze");
  }
}
