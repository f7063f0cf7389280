package dev.crosscheck.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The host app that a partner has built with the plugin in it: an APK. It is looked at, never built
 * here.
 *
 * @param file the APK
 * @param sources files and folders that it was built from, besides the Gradle project in which it
 *     lies
 */
public record BuiltApp(Path file, List<Path> sources) {
  private static final byte[] ZIP = {'P', 'K'};
  private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");

  /** What Gradle, editors and package managers write themselves. */
  private static final Set<String> MADE =
      Set.of("build", ".gradle", ".kotlin", ".idea", ".git", ".cxx", "node_modules");

  private static final Set<String> OWN = Set.of("local.properties");

  public BuiltApp {
    file = file.toAbsolutePath().normalize();
    sources = List.copyOf(sources);
  }

  /** Whether it is there, and is an APK as far as its first bytes tell. */
  public Presence look() {
    if (!Files.isRegularFile(file)) {
      return new Presence.Missing("there is no app at '" + file + "'", howToBuild());
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      if (Arrays.equals(bytes.readNBytes(ZIP.length), ZIP)) {
        return new Presence.Here(file, Optional.empty());
      }
      return new Presence.Missing("'" + file + "' is not an APK", howToBuild());
    } catch (IOException e) {
      return new Presence.Missing(
          "the app '" + file + "' cannot be read: " + e.getMessage(), "let this user read it");
    }
  }

  /**
   * The newest of what it was built from, where that is newer than the app: what is tested is not
   * what is written. By the files' times, so it is no proof.
   */
  public Optional<Path> newerSource() {
    try {
      FileTime built = Files.getLastModifiedTime(file);
      List<Path> all = new ArrayList<>(sources);
      project().ifPresent(all::add);
      Newest newest = new Newest();
      for (Path source : all) {
        if (Files.exists(source)) {
          Files.walkFileTree(source, newest);
        }
      }
      return newest.after(built);
    } catch (IOException e) {
      return Optional.empty(); // look() tells what is wrong with it
    }
  }

  /** What makes it, in words. */
  public String howToBuild() {
    return project()
        .map(folder -> "run " + gradle(folder) + " assembleDebug in '" + folder + "'")
        .orElse(
            "build it: 'crosscheck host android' writes a Gradle project with the plugin in it, and"
                + " gradle assembleDebug there makes the app");
  }

  private static String gradle(Path project) {
    return Files.exists(project.resolve("gradlew")) ? "./gradlew" : "gradle";
  }

  /** The Gradle project in which it lies, if it lies in one. */
  public Optional<Path> project() {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      Path candidate = folder;
      if (SETTINGS.stream().anyMatch(name -> Files.isRegularFile(candidate.resolve(name)))) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Looks for the file that was written last. */
  private static final class Newest extends SimpleFileVisitor<Path> {
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

    Optional<Path> after(FileTime built) {
      return time.compareTo(built) > 0 ? file : Optional.empty();
    }

    private static String name(Path path) {
      return String.valueOf(path.getFileName());
    }
  }
}
