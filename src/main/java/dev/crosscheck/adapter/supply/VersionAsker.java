package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks programs for their versions. */
final class VersionAsker {
  static final Duration LIMIT = Duration.ofSeconds(20);

  private final Map<String, String> environment;
  private final SearchPath path;
  private final Duration limit;

  /**
   * @param limit how long a program may take to answer
   */
  VersionAsker(Map<String, String> environment, SearchPath path, Duration limit) {
    this.environment = environment;
    this.path = path;
    this.limit = limit;
  }

  /**
   * Asks the program itself, which also shows that it starts; or its package, where it would not
   * say.
   *
   * @return empty where it has no {@code --version}, and no package tells
   */
  Optional<Version> ask(Program program, Path file) throws Shortage, InterruptedException {
    Listing listing = Listing.of(program);
    if (listing.owner().isPresent()) {
      return ofPackage(listing.owner().get(), file);
    }
    Optional<Version> beside = besideWindowsBrowser(file);
    return beside.isPresent() ? beside : Optional.of(ofItself(program, file));
  }

  private Version ofItself(Program program, Path file) throws Shortage, InterruptedException {
    Command.Result said;
    try {
      said = Command.of(environment, limit, file.toString(), "--version").run();
    } catch (IOException e) {
      throw doesNotStart(program, file, String.valueOf(e.getMessage()));
    }
    Optional<Version> version = Version.parse(said.out());
    if (!said.ok() || version.isEmpty()) {
      throw doesNotStart(program, file, said.lastLines(3));
    }
    return version.get();
  }

  /** Only of a file where packages put theirs. */
  private Optional<Version> ofPackage(String name, Path file) throws InterruptedException {
    Optional<Path> dpkg = path.onPath("dpkg-query");
    if (dpkg.isEmpty() || !file.startsWith(path.top().resolve("usr"))) {
      return Optional.empty();
    }
    try {
      return Version.parse(
          Command.of(environment, limit, dpkg.get().toString(), "-W", "-f${Version}\n", name)
              .run()
              .out());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Chrome and Edge on Windows open a window when asked; beside them is a folder named so. */
  private static Optional<Version> besideWindowsBrowser(Path file) {
    Path folder = file.getParent();
    if (folder == null || !folder.endsWith("Application")) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "*.*.*.*")) {
      for (Path named : folders) {
        return Version.parse(String.valueOf(named.getFileName()));
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Shortage doesNotStart(Program program, Path file, String why) {
    return new Shortage(
        "'" + file + " --version' does not answer with a version: " + why,
        "repair it, or name another with " + program.variable());
  }
}
