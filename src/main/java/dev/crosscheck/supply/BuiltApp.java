package dev.crosscheck.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The host app that a partner has built with the plugin in it. It is looked at, never built here.
 */
public sealed interface BuiltApp permits AndroidApp, IosApp {
  /** What is installed: a file, or a folder. */
  Path path();

  /** Whether it is there, and is an app as far as it tells at first sight. */
  Presence look();

  /** The file with all of its own code: the program in it, or itself where it is packed. */
  Path executable();

  /**
   * A file that its project put into it as it is.
   *
   * @param most how much of it, in bytes
   * @return empty where it has none of that name
   * @throws IOException where the app cannot be read, or is none
   */
  Optional<byte[]> resource(String name, int most) throws IOException;

  /** The project in which it lies, if it lies in one. */
  Optional<Path> project();

  /** Files and folders of that project that it is made of. */
  List<Path> parts();

  /** What makes it, in words. */
  String howToBuild();

  /**
   * The newest of what it was built from, where that is newer than the app: what is tested is not
   * what is written. By the files' times, so it is no proof.
   *
   * @param more files and folders that it was built from, besides the project in which it lies
   */
  default Optional<Path> newerSource(List<Path> more) {
    try {
      List<Path> all = new ArrayList<>(more);
      all.addAll(parts());
      Newest newest = new Newest();
      for (Path source : all) {
        if (Files.exists(source)) {
          Files.walkFileTree(source, newest);
        }
      }
      FileTime program = Files.getLastModifiedTime(executable());
      FileTime whole = Files.getLastModifiedTime(path());
      return newest.after(program.compareTo(whole) > 0 ? program : whole);
    } catch (IOException e) {
      return Optional.empty(); // look() tells what is wrong with it
    }
  }

  /** The nearest folder above a file that is such a one. */
  static Optional<Path> above(Path file, Predicate<Path> wanted) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (wanted.test(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
