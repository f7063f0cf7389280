package dev.crosscheck.adapter.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a user's files lie: devices.yaml with {@code scenarios/}, a folder for each plugin; or, in
 * a plugin's own repository, devices.yaml and plugin.yaml in one folder, usually {@code
 * crosscheck/}.
 *
 * @param root what plugins' folders and the files in findings are relative to; in a plugin's own
 *     repository that repository, beyond which nothing is read
 * @param prefix the folder of devices.yaml below the root, with {@code /}; often empty
 */
public record ProjectFolder(Path root, String prefix) {
  private static final String OWN = "crosscheck";
  private static final String REPOSITORY = ".git";

  /**
   * @param dir the folder itself, or one that has no devices.yaml and holds {@code crosscheck/}
   */
  public static ProjectFolder at(Path dir) {
    if (isOwn(dir)) {
      return inItsRepository(dir);
    }
    Path inside = dir.resolve(OWN);
    return Files.isDirectory(inside) && !Files.exists(dir.resolve(DevicesFile.NAME))
        ? inItsRepository(inside)
        : new ProjectFolder(dir, "");
  }

  /** It holds a plugin itself, rather than plugins in {@code scenarios/}. */
  boolean isOwn() {
    return isOwn(root.resolve(prefix));
  }

  /** The path below the root of a file of the folder. */
  String below(String file) {
    return join(prefix, file);
  }

  static String join(String folder, String file) {
    return folder.isEmpty() ? file : folder + "/" + file;
  }

  private static boolean isOwn(Path folder) {
    return Files.exists(folder.resolve(PluginReader.PLUGIN));
  }

  /** The nearest folder under version control; without one, what holds the folder. */
  private static ProjectFolder inItsRepository(Path folder) {
    try {
      Path real = folder.toRealPath();
      Path root = real;
      while (root != null && !Files.exists(root.resolve(REPOSITORY))) {
        root = root.getParent();
      }
      if (root == null) {
        root = real.getParent() == null ? real : real.getParent();
      }
      return new ProjectFolder(root, root.relativize(real).toString().replace('\\', '/'));
    } catch (IOException e) {
      throw new UncheckedIOException("'" + folder + "' cannot be read", e);
    }
  }
}
