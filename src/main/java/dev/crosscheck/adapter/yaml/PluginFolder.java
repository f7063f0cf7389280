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
    return named(value, relative, "file");
  }

  /** The folder within it that a value names by its relative path; it must be there. */
  Optional<Path> folder(Cursor value, String relative) {
    return named(value, relative, "folder");
  }

  /** What a build makes, be it a file or a folder, that a value names by its relative path. */
  Optional<Path> built(Cursor value, String relative) {
    return named(value, relative, "app");
  }

  private Optional<Path> named(Cursor value, String relative, String what) {
    try {
      return named(value, relative, folder.resolve(relative).normalize(), what);
    } catch (InvalidPathException e) {
      return bad(value, relative, what);
    } catch (IOException e) {
      return missing(value, relative, what);
    }
  }

  /** The file of this name, where plugin.yaml has it beside it. */
  Optional<Path> beside(String name) {
    return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
  }

  private Optional<Path> named(Cursor value, String relative, Path path, String what)
      throws IOException {
    if (relative.isBlank() || relative.contains("\\")) {
      return bad(value, relative, what);
    }
    if (!path.startsWith(wall)
        || Files.exists(path) && !path.toRealPath().startsWith(wall.toRealPath())) {
      value.error(
          Rule.PATH_ESCAPES,
          "'" + Shown.of(relative) + "' lies outside " + inside,
          "put the " + what + (wall.equals(folder) ? " beside plugin.yaml" : " into it"));
      return Optional.empty();
    }
    boolean there =
        switch (what) {
          case "folder" -> Files.isDirectory(path);
          case "app" -> Files.exists(path) || !mustBeThere;
          default -> Files.isRegularFile(path) || !mustBeThere && !Files.exists(path);
        };
    return there ? Optional.of(path) : missing(value, relative, what);
  }

  private static Optional<Path> bad(Cursor value, String relative, String what) {
    value.error(
        Rule.BAD_PATH,
        "'" + Shown.of(relative) + "' is no path of a " + what,
        "write it relative to plugin.yaml, with '/'");
    return Optional.empty();
  }

  private static Optional<Path> missing(Cursor value, String relative, String what) {
    value.error(
        Rule.MISSING_FILE,
        "there is no " + what + " '" + Shown.of(relative) + "'",
        "paths are relative to plugin.yaml");
    return Optional.empty();
  }
}
