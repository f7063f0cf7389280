package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the host app of a platform, as a project of what builds it there. */
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the project is written",
      "2:bad input: a file, an option, a folder with something else in it",
      "3:the plugin's own build failed, or something is missing here"
    })
abstract class HostWriter implements Callable<Integer> {
  private final Shell shell;
  private final HostPlatform platform;

  @Option(
      names = "--plugin",
      paramLabel = "NAME",
      required = true,
      description = "The plugin, by its name or its folder's.")
  private String name = "";

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the project goes: a new folder, an empty one, or one written before.")
  private Path out = Path.of("");

  @Option(
      names = "--sdk",
      paramLabel = "SDK",
      description =
          "One of Segment's SDKs for the platform alone, such as where the plugin's parts for two"
              + " do not fit into one app (default: all that the plugin is for).")
  private Optional<String> sdk = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Mixin private Common common = new Common();

  HostWriter(Shell shell, HostPlatform platform) {
    this.shell = shell;
    this.platform = platform;
  }

  @Override
  public final Integer call() {
    common.applyLogging(shell);
    HostRequest request = HostRequest.of(shell, dir, name, out);
    List<Sdk> sdks = request.sdks(platform, sdk);
    request.refuseAmong(sources(request.plugin()));
    request.build(sdks);
    try {
      String next = write(request, sdks, request.command(platform, sdk));
      shell.out().printf("wrote the host app with %s: %s%n%s", request.plugin().name(), out, next);
    } catch (CannotHost e) {
      throw new Refusal(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e.hint());
    }
    return ExitCode.GREEN;
  }

  /** The plugin's folders of sources for the platform, as plugin.yaml names them. */
  abstract Stream<String> sources(Plugin plugin);

  /**
   * Writes the project, and says what to do with it.
   *
   * @param command that writes it again
   * @return whole lines
   */
  abstract String write(HostRequest request, List<Sdk> sdks, String command) throws CannotHost;
}
