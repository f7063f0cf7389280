package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A plugin for one of Segment's iOS SDKs.
 *
 * @param sdk which of them
 * @param factory the Swift type by whose name the host app's registry has the plugin
 * @param sources a folder of Swift or Objective-C sources, relative to the plugin's folder
 * @param packages Swift packages that the plugin is in or needs
 * @param app the host app with the plugin in it: an {@code .app} for simulators or an {@code .ipa},
 *     relative to the plugin's folder, which may not have been built yet
 */
public record IosPlugin(
    Sdk sdk,
    String factory,
    Optional<String> sources,
    List<SwiftPackage> packages,
    Optional<String> app) {
  public IosPlugin {
    packages = List.copyOf(packages);
  }
}
