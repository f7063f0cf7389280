package dev.crosscheck.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A disk of 1 MB in place of a folder: mounted here, or where that is not allowed for one process.
 */
public final class TinyDisk implements AutoCloseable {
  private static final String MOUNT = "mount -t tmpfs -o size=1m tiny \"$0\"";

  private final Path folder;
  private final boolean mounted;

  private TinyDisk(Path folder, boolean mounted) {
    this.folder = folder;
    this.mounted = mounted;
  }

  /** Gives up the test on a machine that mounts nothing for us. */
  public static TinyDisk at(Path folder) throws IOException, InterruptedException {
    boolean mounted = succeeds("sh", "-c", MOUNT, folder.toString());
    assumeTrue(
        mounted || succeeds("unshare", "-Urm", "sh", "-c", MOUNT, folder.toString()),
        "no tmpfs can be mounted here");
    return new TinyDisk(folder, mounted);
  }

  /** The command before one that is to find the disk in the folder. */
  public List<String> inside() {
    return mounted
        ? List.of()
        : List.of("unshare", "-Urm", "sh", "-c", MOUNT + " && exec \"$@\"", folder.toString());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (mounted && !succeeds("umount", folder.toString())) {
      throw new IOException("'" + folder + "' is still mounted");
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }
}
