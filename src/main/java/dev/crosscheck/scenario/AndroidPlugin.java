package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A plugin for one of Segment's Android SDKs.
 *
 * @param sdk which of them
 * @param factory the class by which the host app gets the plugin
 * @param sources a folder of Java sources, relative to the plugin's folder
 * @param libraries {@code .aar} and {@code .jar} files, relative to the plugin's folder
 * @param artifacts Maven coordinates, {@code group:artifact:version}, with what they need
 */
public record AndroidPlugin(
    Sdk sdk,
    String factory,
    Optional<String> sources,
    List<String> libraries,
    List<String> artifacts) {
  public AndroidPlugin {
    libraries = List.copyOf(libraries);
    artifacts = List.copyOf(artifacts);
  }
}
