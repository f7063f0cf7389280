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

/** Programs that are already here: named by a variable of ours, or on PATH. */
final class SearchPath {
  private static final List<String> ENDINGS =
      File.separatorChar == '\\' ? List.of(".exe", ".cmd", "") : List.of("");

  private final Map<String, String> environment;

  SearchPath(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @throws Shortage where the program's variable is set to something that cannot be run
   */
  Optional<Path> find(Program program) throws Shortage {
    Optional<Path> named = named(program);
    return named.isPresent() ? named : onPath(names(program));
  }

  /** The executable that the program's own variable names. */
  Optional<Path> named(Program program) throws Shortage {
    String value = environment.getOrDefault(program.variable(), "");
    if (value.isBlank()) {
      return Optional.empty();
    }
    Optional<Path> file = executable(value);
    if (file.isEmpty()) {
      throw new Shortage(
          program.variable() + " is '" + value + "', which is not an executable file",
          "set " + program.variable() + " to the program's file, or unset it");
    }
    return file;
  }

  /** The first of these names that is on PATH; an earlier name wins over an earlier folder. */
  Optional<Path> onPath(List<String> names) {
    List<String> folders =
        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
            .filter(folder -> !folder.isBlank())
            .toList();
    return names.stream()
        .flatMap(name -> ENDINGS.stream().map(ending -> name + ending))
        .flatMap(name -> folders.stream().map(folder -> folder + File.separator + name))
        .flatMap(file -> executable(file).stream())
        .findFirst();
  }

  private static List<String> names(Program program) {
    return switch (program) {
      case CHROMIUM ->
          List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
      case CHROMEDRIVER -> List.of("chromedriver");
      case EDGE -> List.of("microsoft-edge", "microsoft-edge-stable", "msedge");
      case EDGEDRIVER -> List.of("msedgedriver");
      case FIREFOX -> List.of("firefox-esr", "firefox");
      case MINIBROWSER -> List.of("MiniBrowser");
      case WEBKITDRIVER -> List.of("WebKitWebDriver");
      case COG -> List.of("cog");
      case WPEDRIVER -> List.of("WPEWebDriver");
      case XVFB -> List.of("Xvfb");
      case NODE -> List.of("node");
      case NPM -> List.of("npm");
    };
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
