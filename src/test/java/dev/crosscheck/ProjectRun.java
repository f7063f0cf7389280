package dev.crosscheck;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.SettlingPolicy;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.NoSystemProxy;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.verdict.MismatchText;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a project on real devices, and tells of its cells as a reader gets it. */
final class ProjectRun {
  private static final InstantSource CLOCK = InstantSource.system();

  /** How many may be under way at once: most of what is run this way waits for what never comes. */
  private static final int CELLS = 12;

  private ProjectRun() {}

  /**
   * @param devices by id; none: all of the project
   */
  static Matrix of(
      Project project,
      Supply supply,
      AndroidKit kit,
      Deployer deployer,
      SettlingPolicy settling,
      Path reports,
      List<String> devices) {
    List<DeviceProvider> providers =
        Wiring.providers(supply, kit, NoSystemProxy.ALLOWED, System.getenv(), CLOCK);
    try (Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK)) {
      Workbench bench =
          RealRun.bench(recorder, providers, supply, deployer, settling, reports, CELLS);
      Filter filter = new Filter(List.of(), devices, List.of());
      Plan plan = Planner.plan(project, filter, FakeRun.facts(), providers);
      return new Runner(bench, List.of()).run(plan);
    } finally {
      providers.forEach(DeviceProvider::close);
    }
  }

  /** Those of a plugin that were not skipped. */
  static List<CellResult> cells(Matrix matrix, String plugin) {
    return matrix.cells().stream()
        .filter(cell -> cell.cell().plugin().equals(plugin))
        .filter(cell -> !(cell.verdict() instanceof Verdict.Skipped))
        .toList();
  }

  /** The verdict as a reader gets it. */
  static String told(CellResult cell) {
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
