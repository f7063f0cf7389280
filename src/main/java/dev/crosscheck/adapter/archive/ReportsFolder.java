package dev.crosscheck.adapter.archive;

import dev.crosscheck.run.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reports folder of one run, which no other run may write to meanwhile. What earlier runs left
 * is removed when it is opened; what others put there stays.
 */
public final class ReportsFolder implements Reports, AutoCloseable {
  private static final String LOCK = ".lock";

  /** What a run leaves, besides single files of a name that only a run gives. */
  private static final List<String> OURS =
      List.of("cells", "index.html", "matrix.json", "matrix.md", "coverage.md");

  /** Far behind the pid, which must stay readable where a lock forbids that (Windows). */
  private static final long LOCKED = Long.MAX_VALUE - 1;

  private final Path folder;
  private final FileChannel lockFile;

  private ReportsFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * @throws ReportsInUse where another run writes there
   * @throws UncheckedIOException where nothing can be written there, with the folder's name
   */
  public static ReportsFolder open(Path reports) throws ReportsInUse {
    Path folder = reports.toAbsolutePath().normalize();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UncheckedIOException(
          "cannot write to '" + reports + "': it is a file, not a folder",
          new NotDirectoryException(reports.toString()));
    }
    try {
      Files.createDirectories(folder);
      FileChannel file =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!lock(file)) {
        String pid = Files.readString(folder.resolve(LOCK)).strip();
        file.close();
        throw new ReportsInUse(reports.toString(), pid.isEmpty() ? "unknown" : pid);
      }
      // The file of a run that was killed is no hindrance: its lock went with its process.
      file.truncate(0);
      file.write(
          ByteBuffer.wrap(
              (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)),
          0);
      ReportsFolder opened = new ReportsFolder(folder, file);
      opened.removeEarlierRun();
      return opened;
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write to", reports, e);
    }
  }

  @Override
  public Path path() {
    return folder;
  }

  @Override
  public void write(String name, byte[] content) {
    AtomicFile.write(within(name), content);
  }

  @Override
  public Optional<byte[]> read(String name) {
    Path file = within(name);
    return Files.isRegularFile(file) ? Optional.of(AtomicFile.read(file)) : Optional.empty();
  }

  /** Lets another run in. */
  @Override
  public void close() {
    try {
      // Emptied, not deleted: another run may hold the same file open to wait for its lock.
      lockFile.truncate(0);
      lockFile.close();
    } catch (IOException e) {
      throw AtomicFile.failure("cannot unlock", folder.resolve(LOCK), e);
    }
  }

  private static boolean lock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock(LOCKED, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException heldHere) {
      return false;
    }
  }

  private void removeEarlierRun() throws IOException {
    for (String name : OURS) {
      remove(folder.resolve(name));
    }
    removeMatching("junit", "TEST-.*\\.xml");
    removeMatching(
        "allure-results",
        ".*-(result|container)\\.json|.*-attachment(\\..*)?|environment\\.properties|executor\\.json");
  }

  private void removeMatching(String name, String files) throws IOException {
    Path inside = folder.resolve(name);
    if (!Files.isDirectory(inside)) {
      return;
    }
    try (Stream<Path> all = Files.list(inside)) {
      for (Path file : all.filter(f -> f.getFileName().toString().matches(files)).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Links are removed, never followed. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path within(String name) {
    Path inside = folder.resolve(name).normalize();
    if (!inside.startsWith(folder) || inside.equals(folder)) {
      throw new IllegalArgumentException("'" + name + "' is not in the reports folder");
    }
    return inside;
  }
}
