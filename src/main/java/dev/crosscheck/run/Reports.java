package dev.crosscheck.run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Port: the folder that a run leaves. Names are relative to it, with {@code /} between their parts;
 * none leads out of it.
 */
public interface Reports {
  /** The folder itself, for libraries that write files of their own in a part of it. */
  Path path();

  /** The folder as its user would type it. */
  default String typed() {
    return path().toString().replace('\\', '/');
  }

  /**
   * Writes a file whole or not at all.
   *
   * @throws java.io.UncheckedIOException where it cannot be written, with the file's name
   */
  void write(String name, byte[] content);

  /** A file's bytes; empty where there is no such file. */
  Optional<byte[]> read(String name);
}
