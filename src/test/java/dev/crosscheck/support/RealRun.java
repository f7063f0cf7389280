package dev.crosscheck.support;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.adapter.selenium.BrowserProvider;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.SettlingPolicy;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * A run of a project with everything real, in this JVM; only what recordings are opened with can be
 * meddled with.
 */
public final class RealRun {
  private final Matrix matrix;
  private final Family family;

  private RealRun(Matrix matrix, Family family) {
    this.matrix = matrix;
    this.family = family;
  }

  /** Opens an attempt's recording in the real recorder's place. */
  public interface Opening {
    Recording open(Recorder real, String cell, Answers answers, Family family);
  }

  public static RealRun of(TinyProject project, int parallel) {
    return of(project, Wiring.read(project.base()), parallel, RealRun::undisturbed);
  }

  public static RealRun of(TinyProject project, int parallel, Opening opening) {
    return of(project, Wiring.read(project.base()), parallel, opening);
  }

  /**
   * @param read the project as it was when it was read
   */
  public static RealRun of(TinyProject project, Project read, int parallel, Opening opening) {
    InstantSource clock = InstantSource.system();
    Supply supply = TestSupply.create();
    Family family = Family.of(ProcessHandle.current());
    try (LocalDrivers drivers = new LocalDrivers(supply, clock);
        DeviceProvider chromium = BrowserProvider.chromium(supply, drivers, clock);
        Recorder real = new ProxyRecorder(CertificateAuthority.inMemory(clock), clock)) {
      Workbench bench =
          bench(
              new Meddled(real, opening, family),
              List.of(chromium),
              supply,
              new WebDeployer(new EsbuildBuilder(supply, project.base())),
              new Settler(),
              project.base().resolve("reports"),
              parallel);
      Plan plan = Planner.plan(read, Filter.EVERYTHING, FakeRun.facts(), List.of(chromium));
      return new RealRun(new Runner(bench, List.of()).run(plan), family);
    }
  }

  /** What a run of real parts stands on, with an archive in its reports folder. */
  public static Workbench bench(
      Recorder recorder,
      List<DeviceProvider> providers,
      Supply supply,
      Deployer deployer,
      SettlingPolicy settling,
      Path reports,
      int parallel) {
    FileArchive archive = new FileArchive(reports);
    return new Workbench(
        recorder,
        providers,
        supply::gather,
        deployer,
        archive,
        archive,
        settling,
        InstantSource.system(),
        parallel,
        Workbench.USUAL_DEADLINE);
  }

  public Family family() {
    return family;
  }

  /**
   * @param scenario such as {@code neighbour/order}
   */
  public CellResult cell(String scenario) {
    return matrix.cells().stream()
        .filter(cell -> cell.cell().scenario().equals(scenario))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cell of " + scenario));
  }

  public Verdict verdict(String scenario) {
    return cell(scenario).verdict();
  }

  private static Recording undisturbed(Recorder real, String cell, Answers answers, Family family) {
    return real.open(cell, answers, Reach.LOOPBACK);
  }

  /** Looks at the family whenever a recording is opened: by then the browser runs. */
  private record Meddled(Recorder real, Opening opening, Family family) implements Recorder {
    @Override
    public TrustAnchor trust() {
      return real.trust();
    }

    @Override
    public Recording open(String name, Answers answers, Reach reach) {
      family.note();
      return opening.open(real, name, answers, family);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
