package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.PrintedScreen;
import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.run.Project;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "doctor",
    description = {
      "Says which devices of devices.yaml can be had here, what a run would install for the others,"
          + " and what is still missing; and of the apps for emulators, simulators and phones,"
          + " whether they are there and as new as what they are made of. Installs and builds"
          + " nothing itself.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every device can be had, some perhaps once a run has installed them, and every app",
      "2:bad input: a file, an option",
      "3:a device cannot be had, or an app for one is not there"
    })
final class DoctorCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Mixin private Common common = new Common();

  DoctorCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    common.applyLogging(shell);
    Screen screen = new PrintedScreen(shell.out(), shell.colours(common.noColor));
    try (Wiring wiring = new Wiring(dir, shell.environment(), shell.clock(), text -> {})) {
      Project project = wiring.project();
      Diagnosis diagnosis =
          wiring.doctor().examine(project.devices(), wiring.apps().checkups(project));
      diagnosis.lines().forEach(screen::line);
      return diagnosis.healthy() ? ExitCode.GREEN : ExitCode.NOT_JUDGED;
    }
  }
}
