package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a plugin is on iOS.
 *
 * @param build what makes the apps that it names
 * @param plugins one for each SDK that it is written for
 */
public record IosPart(Optional<Build> build, List<IosPlugin> plugins) {
  public IosPart {
    plugins = List.copyOf(plugins);
  }

  public Optional<IosPlugin> of(Sdk sdk) {
    return plugins.stream().filter(plugin -> plugin.sdk() == sdk).findFirst();
  }
}
