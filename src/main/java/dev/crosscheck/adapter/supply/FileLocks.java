package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Locks that other processes and other threads see, by name; a dead process lets go of its own. */
final class FileLocks {
  /** How often to look again: the JVM offers nothing to wait on for a lock held inside it. */
  private static final long LOOK_AGAIN_MILLIS = 50;

  private final Path folder;

  FileLocks(Path folder) {
    this.folder = folder;
  }

  Held hold(String name) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new Held(channel, lock(channel));
    } catch (IOException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException, InterruptedException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException e) {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (FileLockInterruptionException e) {
        throw new InterruptedException("interrupted while another run was installing");
      }
    }
  }

  /** A lock that is held until it is closed. */
  record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      lock.release();
      channel.close();
    }
  }
}
