package dev.crosscheck.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** How much is in a folder, in words. */
final class FolderSize extends SimpleFileVisitor<Path> {
  private static final int MEGABYTE = 1_000_000;

  private long bytes;

  private FolderSize() {}

  static String of(Path folder) {
    FolderSize size = new FolderSize();
    try {
      if (Files.exists(folder)) {
        Files.walkFileTree(folder, size);
      }
    } catch (IOException e) {
      return "which cannot be read";
    }
    return size.bytes == 0 ? "empty" : Math.max(1, size.bytes / MEGABYTE) + " MB";
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.size();
    return FileVisitResult.CONTINUE;
  }

  /** Another run may be clearing up in it. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
