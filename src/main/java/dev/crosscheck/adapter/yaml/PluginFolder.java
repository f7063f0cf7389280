package dev.crosscheck.adapter.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A plugin's folder, and the wall beyond which none of its files may lie, links included. */
final class PluginFolder {
  private final Path folder;
  private final Path wall;
  private final String inside;
  private final boolean mustBeThere;

  PluginFolder(Path folder, PluginPlace.Wall wall) {
    this(
        folder.toAbsolutePath().normalize(),
        wall.path().toAbsolutePath().normalize(),
        wall.words(),
        true);
  }

  private PluginFolder(Path folder, Path wall, String inside, boolean mustBeThere) {
    this.folder = folder;
    this.wall = wall;
    this.inside = inside;
    this.mustBeThere = mustBeThere;
  }

  /** The same before the plugin's build has made what it makes. */
  PluginFolder toBeBuilt() {
    return new PluginFolder(folder, wall, inside, false);
  }

  /** The file of the folder that a value names by its relative path. */
  Optional<Path> file(Cursor value, String relative) {
    try {
      return file(value, relative, folder.resolve(relative).normalize());
    } catch (InvalidPathException e) {
      return bad(value, relative);
    } catch (IOException e) {
      return missing(value, relative);
    }
  }

  /** The file of this name, where plugin.yaml has it beside it. */
  Optional<Path> beside(String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
  }

  private Optional<Path> file(Cursor value, String relative, Path path) throws IOException {
    if (relative.isBlank() || relative.contains("\\")) {
      return bad(value, relative);
    }
    if (!path.startsWith(wall)
        || Files.exists(path) && !path.toRealPath().startsWith(wall.toRealPath())) {
      value.error(
          Rule.PATH_ESCAPES,
          "'" + Shown.of(relative) + "' lies outside " + inside,
          wall.equals(folder) ? "put the file beside plugin.yaml" : "put the file into it");
      return Optional.empty();
    }
    return Files.isRegularFile(path) || !mustBeThere && !Files.exists(path)
        ? Optional.of(path)
        : missing(value, relative);
  }

  private static Optional<Path> bad(Cursor value, String relative) {
    value.error(
        Rule.BAD_PATH,
        "'" + Shown.of(relative) + "' is no path of a file",
        "write it relative to plugin.yaml, with '/'");
    return Optional.empty();
  }

  private static Optional<Path> missing(Cursor value, String relative) {
    value.error(
        Rule.MISSING_FILE,
        "there is no file '" + Shown.of(relative) + "'",
        "paths are relative to plugin.yaml");
    return Optional.empty();
  }
}
