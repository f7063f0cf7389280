package dev.crosscheck.adapter.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Writes files whole or not at all: a temporary file beside it, then a rename. */
final class AtomicFile {
  private AtomicFile() {}

  static void write(Path file, byte[] content) {
    try {
      Path folder = file.toAbsolutePath().resolveSibling("");
      Files.createDirectories(folder);
      // Not createTempFile: what a run leaves is for others to read, as the umask allows.
      Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
      try {
        Files.write(temporary, content);
        move(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw failure("cannot write", file, e);
    }
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failure("cannot read", file, e);
    }
  }

  /** With the file's name and the system's own words, such as {@code No space left on device}. */
  static UncheckedIOException failure(String what, Path file, IOException cause) {
    String reason = cause.getMessage();
    if (cause instanceof FileSystemException system) {
      String words =
          system.getReason() == null ? cause.getClass().getSimpleName() : system.getReason();
      reason = words.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace("Exception", "").strip();
    }
    return new UncheckedIOException(what + " '" + file + "': " + reason, cause);
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
