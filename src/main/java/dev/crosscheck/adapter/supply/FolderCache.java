package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Folders that are made once and kept. Each is made under a lock in a sibling and finished by a
 * rename, so a folder that is there is whole.
 */
final class FolderCache {
  private static final String UNFINISHED = ".unfinished";

  private final Path root;
  private final FileLocks locks;

  FolderCache(Path root) {
    this.root = root;
    this.locks = new FileLocks(root);
  }

  /** Fills a new folder. */
  interface Maker {
    void fill(Path empty) throws Shortage, IOException, InterruptedException;
  }

  Path get(String name, Maker maker) throws Shortage, IOException, InterruptedException {
    Path finished = root.resolve(name);
    if (Files.isDirectory(finished)) {
      return finished;
    }
    try (FileLocks.Held held = locks.hold(name)) {
      if (!Files.isDirectory(finished)) {
        removeLeftOf(name);
        Path making = Files.createTempDirectory(root, name + UNFINISHED);
        try {
          maker.fill(making);
          Files.move(making, finished, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          remove(making);
        }
      }
    }
    return finished;
  }

  boolean has(String name) {
    return Files.isDirectory(root.resolve(name));
  }

  /** Removes one that is no good any more. */
  void drop(String name) throws IOException, InterruptedException {
    try (FileLocks.Held held = locks.hold(name)) {
      remove(root.resolve(name));
    }
  }

  /** What a killed run left behind: we hold the lock, so nobody is still filling it. */
  private void removeLeftOf(String name) throws IOException {
    try (Stream<Path> all = Files.list(root)) {
      List<Path> left =
          all.filter(path -> path.getFileName().toString().startsWith(name + UNFINISHED)).toList();
      for (Path path : left) {
        remove(path);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
