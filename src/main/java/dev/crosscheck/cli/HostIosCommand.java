package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.IosComposer;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
    name = "ios",
    description = {
      "Writes a project of the host app with your plugin in it for each of Segment's SDKs, for"
          + " XcodeGen on a Mac: 'sh xcode.sh open' opens it in Xcode, 'sh xcode.sh build' builds"
          + " it. Written again, it changes only what it wrote itself.",
      ""
    })
final class HostIosCommand extends HostWriter {
  HostIosCommand(Shell shell) {
    super(shell, HostPlatform.IOS);
  }

  @Override
  Stream<String> sources(Plugin plugin) {
    return plugin.ios().stream()
        .flatMap(ios -> ios.plugins().stream())
        .flatMap(part -> part.sources().stream());
  }

  @Override
  String write(HostRequest request, List<Sdk> sdks, String command) throws CannotHost {
    Function<Sdk, String> apps = sdk -> request.named(IosComposer.app(sdk));
    IosComposer composer = new IosComposer(request.harness(HostPlatform.IOS), request.root());
    new GeneratedFolder(request.out())
        .write(
            composer.of(
                new Hosted(request.project(), request.plugin()).order(sdks, apps, command)));
    return """
        On a Mac with Xcode and XcodeGen, in that folder:
        %s
        Name it in plugin.yaml%s:
          ios:
        %s
        """
        .formatted(
            lines(sdks, sdk -> "  sh xcode.sh build " + sdk.word()),
            request.way(IosComposer.app(sdks.get(0))),
            lines(sdks, sdk -> "    " + sdk.word() + ":\n      app: " + apps.apply(sdk)));
  }

  private static String lines(List<Sdk> sdks, Function<Sdk, String> line) {
    return sdks.stream().map(line).collect(Collectors.joining("\n"));
  }
}
