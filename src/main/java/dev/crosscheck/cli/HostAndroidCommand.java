package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.adapter.hostapp.GeneratedFolder;
import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.adapter.hostapp.HostProject;
import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.adapter.supply.SystemSupply;
import dev.crosscheck.finding.FindingsException;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.OwnBuild;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  private static final String SCENARIOS = "scenarios/";

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
    Path root = Wiring.root(dir);
    Project project = Wiring.read(dir);
    Plugin plugin = plugin(project);
    List<Sdk> sdks = sdks(plugin);
    refuseItsSources(root, plugin);
    build(root, plugin, sdks);
    AppAuthority authority = new AppAuthority(root, shell.clock(), shell.out()::println);
    ShownCertificate certificate = ShownCertificate.of(authority.openOrMake().trust());
    try {
      HostProject written =
          new HostComposer(harness(), root)
              .of(
                  new Hosted(project, plugin)
                      .order(
                          sdks,
                          certificate.pem(),
                          certificate.fingerprint(),
                          apk(root, plugin),
                          command(plugin)));
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
            plugin.name(), out, certificate.end(), way(root, plugin), apk(root, plugin));
    return ExitCode.GREEN;
  }

  /** In a folder of scenarios/, plugin.yaml names nothing outside of it. */
  private String way(Path root, Plugin plugin) {
    return plugin.folder().startsWith(SCENARIOS) && apk(root, plugin).startsWith("..")
        ? " (once --out is below '" + plugin.folder() + "')"
        : "";
  }

  /** What is written among them would be taken for the plugin's own. */
  private void refuseItsSources(Path root, Plugin plugin) {
    Path target = out.toAbsolutePath().normalize();
    Path folder = root.resolve(plugin.folder()).toAbsolutePath();
    plugin.android().stream()
        .flatMap(android -> android.plugins().stream())
        .flatMap(part -> part.sources().stream())
        .filter(sources -> target.startsWith(folder.resolve(sources).normalize()))
        .findFirst()
        .ifPresent(
            sources -> {
              throw new Refusal(
                  ExitCode.BAD_INPUT,
                  "'" + out + "' is among the plugin's sources, '" + sources + "'",
                  "name a folder beside them with --out");
            });
  }

  private Plugin plugin(Project project) {
    return project.plugins().stream()
        .filter(plugin -> name.equals(plugin.id()) || name.equals(plugin.name()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.BAD_INPUT,
                    "there is no plugin '" + name + "'",
                    "there is " + names(project.plugins().stream().map(Plugin::id))));
  }

  private List<Sdk> sdks(Plugin plugin) {
    List<Sdk> all = Hosted.sdks(plugin);
    if (all.isEmpty()) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + plugin.name() + "' has no part for Android",
          "write one into plugin.yaml, under android:");
    }
    List<Sdk> wanted =
        all.stream().filter(one -> one.word().equals(sdk.orElse(one.word()))).toList();
    if (wanted.isEmpty()) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + plugin.name() + "' has no part for '" + sdk.orElse("") + "'",
          "it is for " + names(all.stream().map(Sdk::word)));
    }
    return wanted;
  }

  private static String names(Stream<String> names) {
    return names.map(one -> "'" + one + "'").collect(Collectors.joining(", "));
  }

  private void build(Path root, Plugin plugin, List<Sdk> sdks) {
    OwnBuild builds = new OwnBuild(root, shell.environment(), shell.out()::println);
    for (Sdk one : sdks) {
      try {
        builds.make(plugin, one);
      } catch (BuildFailed e) {
        throw new FindingsException(List.of(e.finding()));
      } catch (Shortage e) {
        throw missing(e);
      }
    }
  }

  private Path harness() {
    Path cache = SystemSupply.cacheFolder(shell.environment());
    try {
      return new HarnessFiles(cache, Version.number()).folder("android");
    } catch (Shortage e) {
      throw missing(e);
    }
  }

  private static Refusal missing(Shortage shortage) {
    return new Refusal(
        ExitCode.NOT_JUDGED, String.valueOf(shortage.getMessage()), shortage.remedy());
  }

  /** As plugin.yaml names it. */
  private String apk(Path root, Plugin plugin) {
    Path folder = root.resolve(plugin.folder()).toAbsolutePath().normalize();
    Path apk = out.toAbsolutePath().normalize().resolve(HostProject.APK);
    return folder.relativize(apk).toString().replace('\\', '/');
  }

  private String command(Plugin plugin) {
    String only = sdk.map(word -> " --sdk " + word).orElse("");
    return "crosscheck host android --plugin " + plugin.id() + " --out " + out + only;
  }
}
