package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that are already here: named by a variable of ours, on PATH, or in a usual place. */
final class SearchPath {
  private static final List<String> ENDINGS =
      File.separatorChar == '\\' ? List.of(".exe", ".cmd", "") : List.of("");

  private final Map<String, String> environment;
  private final Path top;
  private final Places places;

  SearchPath(Map<String, String> environment, Path top) {
    this.environment = environment;
    this.top = top;
    this.places = new Places(environment, top);
  }

  Path top() {
    return top;
  }

  /**
   * @throws Shortage where the program's variable is set to something that cannot be run
   */
  Optional<Path> find(Program program) throws Shortage {
    return all(program).stream().findFirst();
  }

  /** All that could be it, the preferred one first; the one alone that its variable names. */
  List<Path> all(Program program) throws Shortage {
    Optional<Path> named = named(program);
    if (named.isPresent()) {
      return List.of(named.get());
    }
    Listing listing = Listing.of(program);
    return Stream.concat(
            listing.names().stream().flatMap(this::allOnPath),
            listing.places().stream()
                .flatMap(places::matching)
                .flatMap(file -> executable(file.toString()).stream()))
        .distinct()
        .toList();
  }

  /** The executable that the program's own variable names. */
  private Optional<Path> named(Program program) throws Shortage {
    if (!isNamed(program)) {
      return Optional.empty();
    }
    String value = environment.getOrDefault(program.variable(), "");
    Optional<Path> file = executable(value);
    if (file.isEmpty()) {
      throw new Shortage(
          program.variable() + " is '" + value + "', which is not an executable file",
          "set " + program.variable() + " to the program's file, or unset it");
    }
    return file;
  }

  /** Whether the program's own variable names one, so that no other will do. */
  boolean isNamed(Program program) {
    return !environment.getOrDefault(program.variable(), "").isBlank();
  }

  Optional<Path> onPath(String name) {
    return allOnPath(name).findFirst();
  }

  private Stream<Path> allOnPath(String name) {
    List<String> folders =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .toList();
    return ENDINGS.stream()
        .map(ending -> name + ending)
        .flatMap(file -> folders.stream().map(folder -> folder + File.separator + file))
        .flatMap(file -> executable(file).stream());
  }

  private static Optional<Path> executable(String file) {
    try {
      Path path = Path.of(file).toAbsolutePath();
      return Files.isRegularFile(path) && Files.isExecutable(path)
          ? Optional.of(path)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
