package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.SettlingPolicy;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mixpanel plugins with one fault each, in every browser of devices.yaml: all are red, and the
 * words say why. That it is the settling that finds some of them, the same run in Chromium without
 * it shows: there they are green.
 */
@ExtendWith(TestSupply.class)
final class FaultyWebIT {
  private static final String UNSETTLED = "chromium";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Matrix settled;
  private static Matrix unsettled;

  @BeforeAll
  static void run(Supply supply) throws IOException {
    WebVariants plugins = FaultyWeb.in(folder, supply);
    settled = run(plugins, supply, new Settler(), "settled", List.of());
    unsettled = run(plugins, supply, new NoSettling(), "unsettled", List.of(UNSETTLED));
  }

  private static Matrix run(
      WebVariants plugins,
      Supply supply,
      SettlingPolicy settling,
      String name,
      List<String> devices) {
    return ProjectRun.of(
        plugins.project(),
        supply,
        Wiring.android(supply, System.getenv()),
        new WebDeployer(plugins),
        settling,
        folder.resolve("reports").resolve(name),
        devices);
  }

  @ParameterizedTest
  @EnumSource
  void isRedEverywhereAndSaysWhy(WebFault fault) {
    List<CellResult> cells = ProjectRun.cells(settled, fault.id());

    assertThat(cells).hasSize(settled.devices().size());
    assertThat(cells)
        .allSatisfy(
            cell -> {
              assertThat(cell.verdict())
                  .as(ProjectRun.told(cell))
                  .isInstanceOf(Verdict.Failed.class);
              assertThat(cell.verdict().reason()).startsWith(fault.what());
              assertThat(ProjectRun.told(cell)).containsSubsequence(fault.words());
            });
  }

  @Test
  void theSoundPluginIsGreenEverywhere() {
    assertThat(ProjectRun.cells(settled, FaultyWeb.SOUND))
        .hasSize(3 * settled.devices().size())
        .allSatisfy(
            cell ->
                assertThat(cell.verdict())
                    .as(ProjectRun.told(cell))
                    .isInstanceOf(Verdict.Passed.class));
  }

  @Test
  void withoutSettlingSomeOfThemAreGreen() {
    assertThat(WebFault.values())
        .filteredOn(
            fault ->
                ProjectRun.cells(unsettled, fault.id()).get(0).verdict() instanceof Verdict.Passed)
        .hasSizeGreaterThanOrEqualTo(3);
  }
}
