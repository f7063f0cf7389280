package dev.crosscheck.cli;

import dev.crosscheck.device.Availability;
import dev.crosscheck.device.DeviceSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "devices",
    description = "Says which devices of devices.yaml can be had here, and what the others lack.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class DevicesCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Mixin private Common common = new Common();

  DevicesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    common.applyLogging(shell);
    Map<DeviceSpec, Availability> all = new LinkedHashMap<>();
    try (Wiring wiring = new Wiring(dir, shell.environment(), shell.clock(), text -> {})) {
      wiring.project().devices().forEach(spec -> all.put(spec, wiring.check(spec)));
    }
    print(all);
    return ExitCode.GREEN;
  }

  private void print(Map<DeviceSpec, Availability> all) {
    int width = all.keySet().stream().mapToInt(spec -> spec.id().length()).max().orElse(1);
    Screen screen = new Screen(shell.out(), false, shell.colours(common.noColor));
    all.forEach(
        (spec, availability) -> {
          Line line = Line.of(String.format("%-" + width + "s", spec.id()));
          if (availability instanceof Availability.Available there) {
            screen.line(line.and(Ink.GOOD, "  yes").and("  " + there.how()));
          } else if (availability instanceof Availability.Unavailable gone) {
            screen.line(line.and(Ink.BAD, "  no ").and("  " + gone.reason()));
            screen.line(Line.of(" ".repeat(width) + "       remedy: " + gone.remedy()));
          }
        });
  }
}
