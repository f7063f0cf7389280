package dev.crosscheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.adapter.yaml.ProjectReader;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.NoSystemProxy;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A project whose plugin sends each call at once, and everything real that runs it. Devices,
 * recorder and builds stay warm from one run to the next; a run's cells are all green, or it
 * throws.
 */
final class WarmProject implements AutoCloseable {
  /** Expects what comes, and so ends when it has come. */
  static final String OPEN = "partner/order";

  /** Expects that no more comes, and so is sealed. */
  static final String SEALED = "partner/order-once";

  private static final Path BASE = Path.of("src/test/resources/dev/crosscheck/benchmark/project");
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration STARTING = Duration.ofMinutes(1);

  private final Path reports;
  private final Supply supply;
  private final Project project = new ProjectReader(BASE).read();
  private final WebDeployer deployer;
  private final List<DeviceProvider> providers;
  private final Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK);

  WarmProject(Supply supply, Path reports) {
    this.reports = reports;
    this.supply = supply;
    this.deployer = new WebDeployer(new EsbuildBuilder(supply, BASE));
    this.providers =
        Wiring.providers(
                supply,
                Wiring.android(supply, System.getenv()),
                NoSystemProxy.ALLOWED,
                System.getenv(),
                CLOCK)
            .stream()
            .<DeviceProvider>map(WarmDevices::new)
            .toList();
  }

  List<DeviceSpec> devices() {
    return project.devices();
  }

  Recorder recorder() {
    return recorder;
  }

  /** The page with the plugin. */
  Deployment page() throws Shortage, BuildFailed {
    return deployer.deploy(plugin(), Samples.CHROMIUM, Given.NOTHING, true);
  }

  /** Warm from the second time on. */
  Device device(DeviceSpec spec) throws Shortage {
    DeviceProvider provider =
        providers.stream().filter(p -> p.handles(spec)).findFirst().orElseThrow();
    provider.prepare(spec);
    return provider.start(spec, recorder.trust(), Visit.in(STARTING));
  }

  /** One of the scenarios, {@code times} over, on one device. */
  Matrix run(String device, String scenario, int times, int parallel) {
    Scenario written =
        project.scenarios().get(plugin().id()).stream()
            .filter(s -> s.id().equals(scenario))
            .findFirst()
            .orElseThrow();
    List<Scenario> copies =
        IntStream.range(0, times)
            .mapToObj(i -> Samples.called(scenario + "-" + i, written))
            .toList();
    Project copied =
        new Project(
            project.plugins(),
            Map.of(plugin().id(), copies),
            project.devices(),
            project.suite(),
            project.findings());
    Workbench bench =
        RealRun.bench(recorder, providers, supply, deployer, new Settler(), reports, parallel);
    Filter filter = new Filter(List.of(), List.of(device), List.of());
    Matrix matrix =
        new Runner(bench, List.of()).run(Planner.plan(copied, filter, FakeRun.facts(), providers));
    assertThat(matrix.cells())
        .hasSize(times)
        .allSatisfy(cell -> assertThat(cell.verdict()).isInstanceOf(Verdict.Passed.class));
    return matrix;
  }

  private Plugin plugin() {
    return project.plugins().get(0);
  }

  @Override
  public void close() {
    providers.forEach(DeviceProvider::close);
    recorder.close();
  }
}
