package dev.crosscheck.cli;

import dev.crosscheck.adapter.allure.AllureResults;
import dev.crosscheck.adapter.appium.AppiumProvider;
import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.archive.MatrixFile;
import dev.crosscheck.adapter.archive.ReportsFolder;
import dev.crosscheck.adapter.archive.ReportsInUse;
import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.adapter.junit.JunitReport;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.adapter.local.LocalFirefoxes;
import dev.crosscheck.adapter.local.LocalSafaris;
import dev.crosscheck.adapter.local.LocalWebKits;
import dev.crosscheck.adapter.local.MacProxy;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.adapter.report.CoverageReport;
import dev.crosscheck.adapter.report.HtmlReport;
import dev.crosscheck.adapter.report.MarkdownReport;
import dev.crosscheck.adapter.report.Stories;
import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.adapter.robolectric.AndroidPluginBuilder;
import dev.crosscheck.adapter.robolectric.EmbeddedProvider;
import dev.crosscheck.adapter.selenium.BrowserProvider;
import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.adapter.supply.SystemAppleTools;
import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.adapter.yaml.ProjectFolder;
import dev.crosscheck.adapter.yaml.ProjectReader;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.device.SystemProxy;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Paced;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.segment.AppBuilder;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.segment.DeployerByPlatform;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.segment.OwnBuild;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.AndroidSdk;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Supply;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a run together: the one place that knows which adapter stands behind which port. */
public final class Wiring implements AutoCloseable {
  private final ProjectFolder folder;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final SystemSupply supply;
  private final Deployer deployer;
  private final List<DeviceProvider> providers;
  private final AppAuthority appAuthority;
  private final Stop stop = new Stop();

  /**
   * @param dir see {@link ProjectFolder#at}
   * @param announcer hears of what is installed or fetched, from any thread
   */
  public Wiring(
      Path dir, Map<String, String> environment, InstantSource clock, Consumer<String> announcer) {
    this(dir, environment, clock, announcer, false);
  }

  /**
   * @param systemProxy whether this machine's own proxy may be changed while a cell needs it
   */
  public Wiring(
      Path dir,
      Map<String, String> environment,
      InstantSource clock,
      Consumer<String> announcer,
      boolean systemProxy) {
    this.folder = ProjectFolder.at(existing(dir));
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.supply = new SystemSupply(SystemSupply.cacheFolder(environment), environment, announcer);
    AndroidKit android = android(supply, environment);
    this.deployer =
        new DeployerByPlatform(
            new OwnBuild(folder.root(), this.environment, announcer),
            new WebDeployer(new EsbuildBuilder(supply, folder.root())),
            new MobileDeployer(new AndroidPluginBuilder(android, folder.root())),
            new MobileDeployer(new AppBuilder(folder.root())));
    this.providers =
        providers(
            supply,
            android,
            new MacProxy(
                environment,
                systemProxy,
                SystemSupply.cacheFolder(environment).resolve("system-proxy.lock"),
                announcer),
            environment,
            clock);
    this.appAuthority = new AppAuthority(folder.root(), clock, announcer);
  }

  /** Every kind of device that there is; whoever asks closes them. */
  public static List<DeviceProvider> providers(
      Supply supply,
      AndroidKit android,
      SystemProxy proxy,
      Map<String, String> environment,
      InstantSource clock) {
    LocalDrivers drivers = new LocalDrivers(supply, clock);
    LocalWebKits webkits = new LocalWebKits(supply, clock);
    AndroidSdk sdk =
        new SystemAndroidSdk(SystemSupply.cacheFolder(environment), environment, supply);
    AppleTools apple = new SystemAppleTools(environment);
    return List.of(
        BrowserProvider.chromium(supply, drivers, clock),
        BrowserProvider.edge(supply, drivers, clock),
        BrowserProvider.firefox(supply, new LocalFirefoxes(supply, clock), clock),
        BrowserProvider.webkit(supply, webkits, clock),
        BrowserProvider.wpe(supply, webkits, clock),
        BrowserProvider.safari(supply, new LocalSafaris(supply, clock), proxy, apple, clock),
        new EmbeddedProvider(android, clock),
        new AppiumProvider(
            new AppiumNeeds(supply, sdk, apple),
            sdk,
            apple,
            new LocalAppium(supply, sdk, environment, clock),
            environment,
            clock));
  }

  /** What devices and plugins on Android share; it is closed by the provider of its devices. */
  public static AndroidKit android(Supply supply, Map<String, String> environment) {
    HarnessFiles files = new HarnessFiles(SystemSupply.cacheFolder(environment), Version.number());
    return new AndroidKit(supply, () -> files.folder("android"));
  }

  /** How many cells are under way at once, unless someone says otherwise: most of them wait. */
  public static int usualParallel() {
    return 4 * Runtime.getRuntime().availableProcessors();
  }

  /** Throws {@link dev.crosscheck.finding.FindingsException} with all that is wrong. */
  public static Project read(Path dir) {
    return new ProjectReader(existing(dir)).read();
  }

  /** {@link #read}; what it asks the environment for is logged no more. */
  public Project project() {
    Project project = new ProjectReader(folder).read();
    Set<String> variables =
        project.devices().stream()
            .flatMap(spec -> spec instanceof AppiumSpec phone ? Stream.of(phone) : Stream.empty())
            .flatMap(phone -> phone.variables().stream())
            .collect(Collectors.toSet());
    Logging.hide(Secrets.of(variables, environment));
    return project;
  }

  /** Throws {@link dev.crosscheck.finding.FindingsException} for names that nobody knows. */
  public Plan plan(Project project, Filter filter) {
    Plan plan =
        Planner.plan(project, filter, RunStart.facts(folder.root(), environment, clock), providers);
    return plan.warning(apps().findings(project, plan));
  }

  AppCheck apps() {
    HarnessFiles files = new HarnessFiles(SystemSupply.cacheFolder(environment), Version.number());
    return new AppCheck(
        folder.root(), files, new SystemAppleTools(environment), appAuthority::fingerprint);
  }

  Doctor doctor() {
    return new Doctor(
        supply,
        providers,
        SystemSupply.cacheFolder(environment),
        SystemSupply.refusal(environment));
  }

  /** Runs a plan; when this returns or throws, everything that it started has ended. */
  public Matrix run(Plan plan, Path reports, int parallel, List<RunListener> watching) {
    try (ReportsFolder folder = open(reports);
        Recorder recorder = new ProxyRecorder(authority(plan), clock)) {
      FileArchive archive = new FileArchive(reports);
      Workbench bench =
          new Workbench(
              recorder,
              providers,
              supply::gather,
              deployer,
              archive,
              archive,
              new Settler(),
              clock,
              parallel,
              Workbench.USUAL_DEADLINE);
      List<RunListener> listeners = new ArrayList<>(reports(folder, clock));
      listeners.addAll(watching);
      Runner runner = new Runner(bench, listeners);
      stop.ends(runner::interrupt);
      return runner.run(plan);
    }
  }

  /** Apps on phones trust the one that they were built with; all else trusts any. */
  private CertificateAuthority authority(Plan plan) {
    boolean hasPhones =
        plan.cells().stream()
            .anyMatch(cell -> cell.skip().isEmpty() && cell.device() instanceof AppiumSpec);
    return hasPhones ? appAuthority.openOrMake() : CertificateAuthority.inMemory(clock);
  }

  /** Everything that a run leaves besides its cells' evidence. */
  public static List<RunListener> reports(Reports folder, InstantSource clock) {
    Stories stories = new Stories(folder);
    return List.of(
        stories,
        new Paced(new MatrixFile(folder), clock),
        new Paced(new MarkdownReport(folder), clock),
        new CoverageReport(folder),
        new Paced(new HtmlReport(folder, stories), clock),
        new Paced(new JunitReport(folder), clock),
        new AllureResults(folder));
  }

  /** Ends a run early, or keeps it from starting; it still writes its report. */
  public void interrupt() {
    stop.now();
  }

  @Override
  public void close() {
    providers.forEach(DeviceProvider::close);
  }

  /**
   * The folder that files of the project are relative to.
   *
   * @throws Refusal where there is no devices.yaml
   */
  static Path root(Path dir) {
    ProjectFolder folder = ProjectFolder.at(existing(dir));
    if (!Files.isRegularFile(folder.root().resolve(folder.prefix()).resolve("devices.yaml"))) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "there is no devices.yaml in '" + dir + "'",
          "name the folder that holds devices.yaml with --dir");
    }
    return folder.root();
  }

  private static Path existing(Path dir) {
    if (!Files.isDirectory(dir.toAbsolutePath())) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + dir + "' is not a folder",
          "name the folder that holds devices.yaml with --dir");
    }
    return dir;
  }

  private static ReportsFolder open(Path reports) {
    try {
      return ReportsFolder.open(reports);
    } catch (ReportsInUse e) {
      throw new Refusal(
          ExitCode.NOT_JUDGED,
          String.valueOf(e.getMessage()),
          "or give this run its own --reports");
    } catch (UncheckedIOException e) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          String.valueOf(e.getMessage()),
          "name a folder that can be written to with --reports");
    }
  }
}
