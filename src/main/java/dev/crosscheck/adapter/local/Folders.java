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

  /**
   * A socket's address has 103 characters at most, on macOS; of these our folder's name and
   * Chromium's own take 77. There, and where a build has its own folder, the usual place is longer.
   */
  private static final int LONGEST = 26;

  private static final Path SHORT = Path.of("/tmp");

  private Folders() {}

  static Path temporary() {
    return temporary(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param usual where temporary files go, unless Chromium could open no socket below it
   */
  static Path temporary(Path usual) {
    boolean roomy = usual.toString().length() <= LONGEST || !Files.isWritable(SHORT);
    try {
      return Files.createTempDirectory(roomy ? usual : SHORT, "crosscheck-");
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
