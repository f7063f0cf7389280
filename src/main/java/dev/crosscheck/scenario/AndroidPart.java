package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a plugin is on Android.
 *
 * @param build what makes the files that it names
 * @param plugins one for each SDK that it is written for
 */
public record AndroidPart(Optional<Build> build, List<AndroidPlugin> plugins) {
  public AndroidPart {
    plugins = List.copyOf(plugins);
  }

  public Optional<AndroidPlugin> of(Sdk sdk) {
    return plugins.stream().filter(plugin -> plugin.sdk() == sdk).findFirst();
  }
}
