package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.AskedSize;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.cli.terminal.LiveScreen;
import dev.crosscheck.cli.terminal.PrintedScreen;
import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.Outcome;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.RunListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "run",
    description = "Fills the matrix: every plugin, scenario and device, or those that are named.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class RunCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--plugin",
      paramLabel = "NAME",
      split = ",",
      description = "Only this plugin; again for more, * is a wildcard.")
  private List<String> plugins = new ArrayList<>();

  @Option(
      names = "--device",
      paramLabel = "NAME",
      split = ",",
      description = "Only this device; if it is not available, the exit code is 3.")
  private List<String> devices = new ArrayList<>();

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      split = ",",
      description = "Only this scenario, such as mixpanel/revenue or revenue.")
  private List<String> scenarios = new ArrayList<>();

  @Option(
      names = "--must-have",
      paramLabel = "DEVICE",
      split = ",",
      description = "Run everything; if this device is not available, the exit code is 3.")
  private List<String> mustHave = new ArrayList<>();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Option(
      names = "--reports",
      paramLabel = "FOLDER",
      description = "Where the report is written (default: reports).")
  private Path reports = Path.of("reports");

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many cells may be under way at once (default: four for each core).")
  private int parallel = Wiring.usualParallel();

  @Option(
      names = "--allow-system-proxy",
      description =
          "Let Safari's cells change this Mac's own proxy, one at a time; it is put back.")
  private boolean systemProxy;

  @Option(names = "--quiet", description = "No progress, just what is not green and the totals.")
  private boolean quiet;

  @Mixin private Common common = new Common();

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    common.applyLogging(shell);
    refuseNonsense();
    try (Interruption interruption = Interruption.watching();
        Screen screen = screen();
        Wiring wiring =
            new Wiring(dir, shell.environment(), shell.clock(), announcer(screen), systemProxy)) {
      Project project = wiring.project();
      MustHave.refuseUnknown(project, mustHave);
      Plan plan = wiring.plan(project, new Filter(plugins, devices, scenarios));
      Optional<LiveProgress> live = live(screen);
      interruption.ends(
          () -> {
            live.ifPresent(LiveProgress::stopping);
            wiring.interrupt();
          });
      Matrix matrix = wiring.run(plan, reports, parallel, watching(screen, live));
      List<String> wanted = MustHave.named(project, devices, mustHave);
      Shortfalls.of(matrix, wanted).forEach(why -> shell.err().println(Line.of(why).render(false)));
      return Outcome.of(matrix, Set.copyOf(wanted)).exitCode();
    }
  }

  /** The logs that are asked for would be written into a table. */
  private boolean isLive() {
    return shell.terminal() && !quiet && !common.wantsDebug(shell);
  }

  private Screen screen() {
    boolean colours = shell.colours(common.noColor);
    return isLive()
        ? new LiveScreen(shell.out(), colours, new AskedSize(shell.environment(), shell.clock()))
        : new PrintedScreen(shell.out(), colours);
  }

  private Optional<LiveProgress> live(Screen screen) {
    return isLive()
        ? Optional.of(new LiveProgress(screen, reports.toString(), shell.clock()))
        : Optional.empty();
  }

  private List<RunListener> watching(Screen screen, Optional<LiveProgress> live) {
    RunListener conclusion = new Conclusion(screen, reports.toString());
    if (quiet) {
      return List.of(conclusion);
    }
    return List.of(live.isPresent() ? live.get() : new Progress(screen), conclusion);
  }

  private void refuseNonsense() {
    if (parallel < 1) {
      throw new Refusal(
          ExitCode.BAD_INPUT, "--parallel is '" + parallel + "'", "give it a number from 1 up");
    }
  }

  /** What is installed or fetched is told even to those who want it quiet: it can take minutes. */
  private static Consumer<String> announcer(Screen screen) {
    return text -> Line.each(Ink.FAINT, text).forEach(screen::line);
  }
}
