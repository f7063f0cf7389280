package dev.crosscheck.cli;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a host app is asked for: a plugin of this checkout, on a platform, into a folder. */
record HostRequest(Shell shell, Path root, Project project, Plugin plugin, Path out) {
  private static final String SCENARIOS = "scenarios/";

  /**
   * @param dir where devices.yaml is
   * @param name of the plugin, or of its folder
   */
  static HostRequest of(Shell shell, Path dir, String name, Path out) {
    Project project = Wiring.read(dir);
    Plugin plugin =
        project.plugins().stream()
            .filter(one -> name.equals(one.id()) || name.equals(one.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refusal(
                        ExitCode.BAD_INPUT,
                        "there is no plugin '" + name + "'",
                        "there is " + names(project.plugins().stream().map(Plugin::id))));
    return new HostRequest(shell, Wiring.root(dir), project, plugin, out);
  }

  /**
   * The SDKs that the app is to embed.
   *
   * @param only the word of the one that is wanted; empty for all that the plugin is for
   */
  List<Sdk> sdks(HostPlatform platform, Optional<String> only) {
    List<Sdk> all = Hosted.sdks(plugin, platform);
    if (all.isEmpty()) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + plugin.name() + "' has no part for " + platform.title(),
          "write one into plugin.yaml, under " + platform.word() + ":");
    }
    List<Sdk> wanted =
        all.stream().filter(sdk -> sdk.word().equals(only.orElse(sdk.word()))).toList();
    if (wanted.isEmpty()) {
      throw new Refusal(
          ExitCode.BAD_INPUT,
          "'" + plugin.name() + "' has no part for '" + only.orElse("") + "'",
          "it is for " + names(all.stream().map(Sdk::word)));
    }
    return wanted;
  }

  /** What is written among them would be taken for the plugin's own. */
  void refuseAmong(Stream<String> sources) {
    Path target = out.toAbsolutePath().normalize();
    Path folder = root.resolve(plugin.folder()).toAbsolutePath();
    sources
        .filter(one -> target.startsWith(folder.resolve(one).normalize()))
        .findFirst()
        .ifPresent(
            one -> {
              throw new Refusal(
                  ExitCode.BAD_INPUT,
                  "'" + out + "' is among the plugin's sources, '" + one + "'",
                  "name a folder beside them with --out");
            });
  }

  /** Runs the plugin's own build. */
  void build(List<Sdk> sdks) {
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

  /** The host app's own files. */
  Path harness(HostPlatform platform) {
    Path cache = SystemSupply.cacheFolder(shell.environment());
    try {
      return new HarnessFiles(cache, Version.number()).folder(platform.word());
    } catch (Shortage e) {
      throw missing(e);
    }
  }

  /** A file below the folder that is written, as plugin.yaml names it. */
  String named(String file) {
    Path folder = root.resolve(plugin.folder()).toAbsolutePath().normalize();
    Path there = out.toAbsolutePath().normalize().resolve(file);
    return folder.relativize(there).toString().replace('\\', '/');
  }

  /** In a folder of scenarios/, plugin.yaml names nothing outside of it. */
  String way(String file) {
    return plugin.folder().startsWith(SCENARIOS) && named(file).startsWith("..")
        ? " (once --out is below '" + plugin.folder() + "')"
        : "";
  }

  /** The command that asks the same again. */
  String command(HostPlatform platform, Optional<String> only) {
    String sdk = only.map(word -> " --sdk " + word).orElse("");
    return "crosscheck host %s --plugin %s --out %s%s"
        .formatted(platform.word(), plugin.id(), out, sdk);
  }

  private static Refusal missing(Shortage shortage) {
    return new Refusal(
        ExitCode.NOT_JUDGED, String.valueOf(shortage.getMessage()), shortage.remedy());
  }

  private static String names(Stream<String> names) {
    return names.map(one -> "'" + one + "'").collect(Collectors.joining(", "));
  }
}
