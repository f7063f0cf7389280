package dev.crosscheck.scenario;

import java.util.List;
import java.util.Optional;

/**
 * What a plugin is on Android.
 *
 * @param build what makes the files that it names
 * @param plugins one for each SDK that it is written for
 * @param app the host app with the plugin in it, for emulators and phones: an {@code .apk},
 *     relative to the plugin's folder, which may not have been built yet
 */
public record AndroidPart(
    Optional<Build> build, List<AndroidPlugin> plugins, Optional<String> app) {
  public AndroidPart {
    plugins = List.copyOf(plugins);
  }

  public Optional<AndroidPlugin> of(Sdk sdk) {
    return plugins.stream().filter(plugin -> plugin.sdk() == sdk).findFirst();
  }
}
