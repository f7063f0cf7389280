package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.AppStamp;
import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.AppBuilder;
import dev.crosscheck.supply.BuiltApp;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An app that a plugin names, or should name, for devices of a platform. */
abstract class NamedApp {
  private final Path root;
  private final Hosted hosted;
  private final List<Sdk> sdks;

  /**
   * @param root the folder to which plugins' folders are relative
   * @param sdks that devices want of it, of one platform
   */
  NamedApp(Path root, Hosted hosted, List<Sdk> sdks) {
    this.root = root;
    this.hosted = hosted;
    this.sdks = List.copyOf(sdks);
  }

  final Plugin plugin() {
    return hosted.plugin();
  }

  final Hosted hosted() {
    return hosted;
  }

  final Path root() {
    return root;
  }

  final List<Sdk> sdks() {
    return sdks;
  }

  /** Where it is; empty where the plugin names none. */
  final Optional<BuiltApp> built() {
    return AppBuilder.named(root, plugin(), sdks.get(0));
  }

  final Shortage namesNone() {
    return AppBuilder.namesNone(plugin(), sdks.get(0));
  }

  /** How another one comes into being, in words. */
  final String howToGet() {
    return AppBuilder.howToGet(plugin(), sdks.get(0));
  }

  /** What makes it what it should be now, in words. */
  final String howToWrite(BuiltApp app) {
    return app.project()
        .map(
            folder ->
                "write it again with 'crosscheck host %s --plugin %s --out %s', and %s"
                    .formatted(platform().word(), plugin().id(), folder, app.howToBuild()))
        .orElseGet(app::howToBuild);
  }

  /** The plugin's files and folders that go into it. */
  final List<Path> sources() {
    Path folder = root.resolve(plugin().folder()).toAbsolutePath().normalize();
    return named().stream().map(file -> folder.resolve(file).normalize()).toList();
  }

  /** Its name beside others. */
  abstract String title();

  abstract HostPlatform platform();

  /** The plugin's files and folders that go into it, as plugin.yaml names them. */
  abstract List<String> named();

  /**
   * The hashes of what it would be made of if it were written now, in each way in which it may be;
   * empty where that cannot be known, as before the plugin's own build.
   */
  abstract Set<String> sourcesNow();

  /** Writes a project, in thought. */
  interface Writing {
    /** What the app in it would be stamped with. */
    AppStamp stamp() throws CannotHost, Shortage;
  }

  static Optional<String> hash(Writing writing) {
    try {
      return Optional.of(writing.stamp().sources());
    } catch (CannotHost | Shortage e) {
      return Optional.empty();
    }
  }
}
