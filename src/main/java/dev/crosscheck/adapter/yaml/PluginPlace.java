package dev.crosscheck.adapter.yaml;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a plugin's files lie, by paths below the project's root.
 *
 * @param folder holds plugin.yaml
 * @param scenarios holds the scenarios; the same folder, or one of their own
 * @param wall what no path in plugin.yaml may lead out of
 * @param id empty where the plugin's name is to make one
 */
record PluginPlace(Path root, String folder, String scenarios, Wall wall, Optional<String> id) {

  /** What no path may lead out of, and what to call it. */
  record Wall(Path path, String words) {}

  /** A folder of {@code scenarios/}, which has everything in it. */
  static PluginPlace among(Path root, String folder, String id) {
    Wall wall = new Wall(root.resolve(folder), "the plugin's folder");
    return new PluginPlace(root, folder, folder, wall, Optional.of(id));
  }

  /** A folder in the plugin's own repository, whose code lies around it. */
  static PluginPlace own(ProjectFolder project) {
    Wall wall = new Wall(project.root(), "the plugin's repository");
    return new PluginPlace(
        project.root(),
        project.prefix(),
        project.below(ScenariosFolder.NAME),
        wall,
        Optional.empty());
  }

  boolean keepsScenariosApart() {
    return !scenarios.equals(folder);
  }

  PluginFolder files() {
    return new PluginFolder(root.resolve(folder), wall);
  }
}
