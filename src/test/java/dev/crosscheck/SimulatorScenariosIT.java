package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.SimulatorLab;
import dev.crosscheck.adapter.appium.pretended.apple.Simulator;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.MobileBuilder;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scenarios written for it on two simulators at once, through the real Appium server and XCUITest
 * driver, up to a pretended Mac and a stand-in for the host app. It shows our side only: nothing of
 * it is counted, and nothing is claimed of a plugin.
 */
@ExtendWith(TestSupply.class)
final class SimulatorScenariosIT {
  private static final Path PROJECT = Path.of("src/test/resources/dev/crosscheck/simulators");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void passOnTwoSimulatorsAtOnceEachWithItsOwnTraffic(Supply supply) throws Exception {
    Project project = Wiring.read(PROJECT);
    try (SimulatorLab lab = new SimulatorLab()) {
      Simulator one = lab.mac().simulator("iPhone 16", "18.2");
      Simulator two = lab.mac().simulator("iPhone 16 Plus", "18.2");
      Project onSimulators =
          new Project(
              project.plugins(),
              project.scenarios(),
              List.of(SimulatorLab.spec("one", one.udid()), SimulatorLab.spec("two", two.udid())),
              project.suite(),
              List.of());
      Plan plan =
          Planner.plan(
              onSimulators,
              new Filter(
                  List.of(),
                  List.of(),
                  List.of("order", "lifecycle", "disabled", "not-for-the-partner")),
              FakeRun.facts(),
              List.of(lab.provider()));
      Matrix matrix =
          new Runner(
                  RealRun.bench(
                      lab.recorder(),
                      List.of(lab.provider()),
                      supply,
                      new MobileDeployer(new OnSimulators(lab.app())),
                      new Settler(),
                      folder.resolve("reports"),
                      4),
                  List.of())
              .run(plan);

      assertThat(matrix.cells()).hasSize(8);
      assertThat(matrix.cells())
          .allSatisfy(
              cell ->
                  assertThat(cell.verdict())
                      .as(ProjectRun.told(cell))
                      .isInstanceOf(Verdict.Passed.class));
      assertThat(matrix.cells())
          .allSatisfy(
              cell ->
                  hasTrafficOf(cell, cell.cell().device().equals("one") ? one.udid() : two.udid()));
      assertThat(matrix.cells())
          .allSatisfy(
              cell ->
                  assertThat(cell.verdict().proof().words())
                      .contains(
                          "the network around the device is not closed (its network is its Mac's")
                      .endsWith("'no undeclared host' and 'TLS only' are not claimed"));
      JudgedAgain.allEqual(folder.resolve("reports"));
      lab.assertNothingUnknown();
    }
  }

  private static void hasTrafficOf(CellResult cell, String udid) {
    assertThat(cell.stored().orElseThrow().evidence().capture().exchanges())
        .isNotEmpty()
        .allSatisfy(
            exchange ->
                assertThat(exchange.request().header("user-agent")).contains("stand-in " + udid));
  }

  /** The app that is on the simulators, whatever plugin is asked for. */
  private record OnSimulators(Path app) implements MobileBuilder {
    @Override
    public String version(Sdk sdk) {
      return "";
    }

    @Override
    public AppCode build(Plugin plugin, Sdk sdk) {
      return new AppCode(List.of(app), "Partner", Map.of(), "00");
    }
  }
}
