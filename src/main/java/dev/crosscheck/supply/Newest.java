package dev.crosscheck.supply;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Set;

/** Looks for the source file that was written last. */
final class Newest extends SimpleFileVisitor<Path> {
  /** What builds, editors and package managers write themselves. */
  private static final Set<String> MADE =
      Set.of(
          "build",
          ".gradle",
          ".kotlin",
          ".idea",
          ".git",
          ".cxx",
          "node_modules",
          ".build",
          ".swiftpm");

  private static final Set<String> OWN =
      Set.of("local.properties", "Package.resolved", ".DS_Store");

  private Optional<Path> file = Optional.empty();
  private FileTime time = FileTime.fromMillis(0);

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return MADE.contains(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path visited, BasicFileAttributes attributes) {
    if (attributes.lastModifiedTime().compareTo(time) > 0 && !OWN.contains(name(visited))) {
      file = Optional.of(visited);
      time = attributes.lastModifiedTime();
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path visited, IOException failure) {
    return FileVisitResult.CONTINUE;
  }

  /** The file, where it was written after something else. */
  Optional<Path> after(FileTime built) {
    return time.compareTo(built) > 0 ? file : Optional.empty();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
