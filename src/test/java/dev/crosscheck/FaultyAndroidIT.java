package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Settler;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Mixpanel plugins for Android with one fault each, on embedded devices: all are red, and the words
 * say why. Sound plugins are green in the same scenarios.
 */
@ExtendWith(TestSupply.class)
final class FaultyAndroidIT {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Matrix matrix;

  @BeforeAll
  static void run(Supply supply) throws IOException {
    AndroidKit kit = Wiring.android(supply, System.getenv());
    AndroidVariants plugins = FaultyAndroid.in(folder.resolve("plugins"), kit);
    matrix =
        ProjectRun.of(
            plugins.project(),
            supply,
            kit,
            new MobileDeployer(plugins),
            new Settler(),
            folder.resolve("reports"),
            List.of());
  }

  @ParameterizedTest
  @EnumSource
  void isRedAndSaysWhy(AndroidFault fault) {
    List<CellResult> cells = ProjectRun.cells(matrix, fault.id());

    assertThat(cells).hasSize(1);
    String told = ProjectRun.told(cells.get(0));
    assertThat(cells.get(0).verdict()).as(told).isInstanceOf(Verdict.Failed.class);
    assertThat(cells.get(0).verdict().reason()).startsWith(fault.what());
    assertThat(told).containsSubsequence(fault.words());
  }

  @ParameterizedTest
  @EnumSource(names = {"ANALYTICS_ANDROID", "ANALYTICS_KOTLIN"})
  void theSoundPluginIsGreen(Sdk sdk) {
    assertThat(ProjectRun.cells(matrix, FaultyAndroid.SOUND + sdk.word()))
        .isNotEmpty()
        .allSatisfy(
            cell ->
                assertThat(cell.verdict())
                    .as(ProjectRun.told(cell))
                    .isInstanceOf(Verdict.Passed.class));
  }
}
