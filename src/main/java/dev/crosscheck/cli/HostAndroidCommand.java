package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.adapter.hostapp.HostProject;
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

@Command(
    name = "android",
    description = {
      "Writes a Gradle project of the host app with your plugin in it, to be opened in Android"
          + " Studio or built with 'gradle assembleDebug'. Written again, it changes only what it"
          + " wrote itself.",
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
final class HostAndroidCommand implements Callable<Integer> {
  private static final HostPlatform PLATFORM = HostPlatform.ANDROID;

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
          "analytics-android or analytics-kotlin, where the plugin's parts for both do not fit into"
              + " one app (default: all that the plugin is for).")
  private Optional<String> sdk = Optional.empty();

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description = "Where devices.yaml is (default: here, or else in crosscheck/).")
  private Path dir = Path.of("");

  @Mixin private Common common = new Common();

  HostAndroidCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    common.applyLogging(shell);
    HostRequest request = HostRequest.of(shell, dir, name, out);
    List<Sdk> sdks = request.sdks(PLATFORM, sdk);
    request.refuseAmong(sources(request.plugin()));
    request.build(sdks);
    AppAuthority authority = new AppAuthority(request.root(), shell.clock(), shell.out()::println);
    ShownCertificate certificate = ShownCertificate.of(authority.openOrMake().trust());
    String apk = request.named(HostProject.APK);
    try {
      HostProject written =
          new HostComposer(request.harness(PLATFORM), request.root())
              .of(
                  new Hosted(request.project(), request.plugin())
                      .order(
                          sdks,
                          certificate.pem(),
                          certificate.fingerprint(),
                          apk,
                          request.command(PLATFORM, sdk)));
      new GeneratedFolder(out).write(written);
    } catch (CannotHost e) {
      throw new Refusal(ExitCode.BAD_INPUT, String.valueOf(e.getMessage()), e.hint());
    }
    shell
        .out()
        .printf(
            """
            wrote the host app with %s: %s
            It trusts the authority of this checkout until %s.
              gradle assembleDebug   builds it there, or open the folder in Android Studio
            Name it in plugin.yaml%s:
              android:
                app: %s
            """,
            request.plugin().name(), out, certificate.end(), request.way(HostProject.APK), apk);
    return ExitCode.GREEN;
  }

  private static Stream<String> sources(Plugin plugin) {
    return plugin.android().stream()
        .flatMap(android -> android.plugins().stream())
        .flatMap(part -> part.sources().stream());
  }
}
