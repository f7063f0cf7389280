package dev.crosscheck.adapter.local;

import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders in the system's place for temporary files. */
final class Folders {
  private static final Logger LOG = LoggerFactory.getLogger(Folders.class);

  private static final int TRIES = 5;

  private Folders() {}

  static Path temporary() {
    try {
      return Files.createTempDirectory("crosscheck-");
    } catch (IOException e) {
      throw new DeviceLost("no temporary folder can be made: " + e.getMessage(), e);
    }
  }

  /** Takes away a folder with all that is in it, as far as that can be done. */
  static void remove(Path folder) {
    // What is ending may still write, so once is not always enough.
    for (int tries = 0; tries < TRIES && Files.exists(folder); tries++) {
      removeOnce(folder);
    }
  }

  private static void removeOnce(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("'{}' could not be removed: {}", folder, e.toString());
    }
  }
}
