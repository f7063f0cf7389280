package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.IosComposer;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "ios",
    description = {
      "Writes a project of the host app with your plugin in it, for XcodeGen on a Mac: 'sh xcode.sh"
          + " open' opens it in Xcode, 'sh xcode.sh build' builds it. Written again, it changes only"
          + " what it wrote itself.",
      ""
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the project is written",
      "2:bad input: a file, an option, a folder with something else in it",
      "3:the plugin's own build failed, or something is missing here"
    })
final class HostIosCommand implements Callable<Integer> {
  private static final HostPlatform PLATFORM = HostPlatform.IOS;

  private final Shell shell;

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
          "analytics-swift or analytics-ios, where one is enough (default: a project for each that"
              + " the plugin is for).")
  private Optional<String> sdk = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Mixin private Common common = new Common();

  HostIosCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    common.applyLogging(shell);
    HostRequest request = HostRequest.of(shell, dir, name, out);
    List<Sdk> sdks = request.sdks(PLATFORM, sdk);
    request.refuseAmong(sources(request.plugin()));
    request.build(sdks);
    try {
      IosComposer composer = new IosComposer(request.harness(PLATFORM), request.root());
      new GeneratedFolder(out).write(composer.of(order(request, sdks)));
    } catch (CannotHost e) {
      throw new Refusal(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e.hint());
    }
    shell
        .out()
        .printf(
            """
            wrote the host app with %s: %s
            On a Mac with Xcode and XcodeGen, in that folder:
            %s
            Name it in plugin.yaml%s:
              ios:
            %s
            """,
            request.plugin().name(),
            out,
            lines(sdks, one -> "  sh xcode.sh build " + one.word()),
            request.way(IosComposer.app(sdks.get(0))),
            lines(
                sdks,
                one ->
                    "    %s:\n      app: %s"
                        .formatted(one.word(), request.named(IosComposer.app(one)))));
    return ExitCode.GREEN;
  }

  private IosComposer.Order order(HostRequest request, List<Sdk> sdks) {
    return new Hosted(request.project(), request.plugin())
        .order(sdks, one -> request.named(IosComposer.app(one)), request.command(PLATFORM, sdk));
  }

  private static Stream<String> sources(Plugin plugin) {
    return plugin.ios().stream()
        .flatMap(ios -> ios.plugins().stream())
        .flatMap(part -> part.sources().stream());
  }

  private static String lines(List<Sdk> sdks, Function<Sdk, String> line) {
    return sdks.stream().map(line).collect(Collectors.joining("\n"));
  }
}
