package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.SettlingPolicy;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.MismatchText;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
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
final class FaultyPluginsIT {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String UNSETTLED = "chromium";

  /** How many may be under way at once; the faults make them wait, not work. */
  private static final int CELLS = 10;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Matrix settled;
  private static Matrix unsettled;

  @BeforeAll
  static void run(Supply supply) throws IOException {
    FaultyProject plugins = FaultyProject.in(folder, supply);
    settled = run(plugins, supply, new Settler(), "settled", List.of());
    unsettled = run(plugins, supply, new NoSettling(), "unsettled", List.of(UNSETTLED));
  }

  private static Matrix run(
      FaultyProject plugins,
      Supply supply,
      SettlingPolicy settling,
      String name,
      List<String> devices) {
    List<DeviceProvider> providers =
        Wiring.providers(supply, Wiring.android(supply, System.getenv()), CLOCK);
    try (Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK)) {
      FileArchive archive = new FileArchive(folder.resolve("reports").resolve(name));
      Workbench bench =
          new Workbench(
              recorder,
              providers,
              supply::gather,
              new WebDeployer(plugins),
              archive,
              archive,
              settling,
              CLOCK,
              CELLS,
              Workbench.USUAL_DEADLINE);
      Filter filter = new Filter(List.of(), devices, List.of());
      Plan plan = Planner.plan(plugins.project(), filter, FakeRun.facts(), providers);
      return new Runner(bench, List.of()).run(plan);
    } finally {
      providers.forEach(DeviceProvider::close);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRedEverywhereAndSaysWhy(Fault fault) {
    List<CellResult> cells = cells(settled, fault.id());

    assertThat(cells).hasSize(settled.devices().size());
    assertThat(cells)
        .allSatisfy(
            cell -> {
              assertThat(cell.verdict()).as(told(cell)).isInstanceOf(Verdict.Failed.class);
              assertThat(cell.verdict().reason()).startsWith(fault.what());
              assertThat(told(cell)).containsSubsequence(fault.words());
            });
  }

  @Test
  void theSoundPluginIsGreenEverywhere() {
    assertThat(cells(settled, FaultyProject.SOUND))
        .hasSize(3 * settled.devices().size())
        .allSatisfy(
            cell -> assertThat(cell.verdict()).as(told(cell)).isInstanceOf(Verdict.Passed.class));
  }

  @Test
  void withoutSettlingSomeOfThemAreGreen() {
    assertThat(Fault.values())
        .filteredOn(
            fault -> cells(unsettled, fault.id()).get(0).verdict() instanceof Verdict.Passed)
        .hasSizeGreaterThanOrEqualTo(3);
  }

  private static List<CellResult> cells(Matrix matrix, String plugin) {
    return matrix.cells().stream().filter(cell -> cell.cell().plugin().equals(plugin)).toList();
  }

  /** The verdict as a reader gets it. */
  private static String told(CellResult cell) {
    return cell.cell()
        + " "
        + cell.verdict().word()
        + ": "
        + cell.verdict().reason()
        + cell.verdict().mismatches().stream()
            .map(mismatch -> "\n" + MismatchText.of(mismatch, cell.cell().device(), ""))
            .collect(Collectors.joining());
  }
}
