package dev.crosscheck.cli;

import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.run.Project;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = "Reads every file and says all that is wrong with them; runs nothing.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CheckCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Mixin private Common common = new Common();

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    common.applyLogging(shell);
    Project project = Wiring.read(dir);
    if (!project.findings().isEmpty()) {
      new UserErrors(shell).print(project.findings());
    }
    int scenarios = project.scenarios().values().stream().mapToInt(List::size).sum();
    shell
        .out()
        .println(
            Count.of(project.plugins().size(), "plugin")
                + ", "
                + Count.of(scenarios, "scenario")
                + ", "
                + Count.of(project.devices().size(), "device")
                + ": no errors");
    schemas().ifPresent(folder -> shell.out().println("schemas for an editor: " + folder));
    return ExitCode.GREEN;
  }

  /** Where nothing can be written, the files are sound all the same. */
  private Optional<Path> schemas() {
    Path cache = SystemSupply.cacheFolder(shell.environment());
    try {
      return Optional.of(new HarnessFiles(cache, Version.number()).folder("schema"));
    } catch (Shortage e) {
      return Optional.empty();
    }
  }
}
