package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Android Virtual Devices of a user: for each a file {@code NAME.ini}, which names a folder
 * with a {@code config.ini}.
 *
 * @see <a href="https://developer.android.com/tools/variables">Environment variables</a>
 */
final class AvdFolder {
  private static final String ENDING = ".ini";

  private final Path folder;

  private AvdFolder(Path folder) {
    this.folder = folder;
  }

  static AvdFolder of(Map<String, String> environment) {
    return new AvdFolder(
        named(environment, "ANDROID_AVD_HOME")
            .or(() -> named(environment, "ANDROID_USER_HOME").map(user -> user.resolve("avd")))
            .orElseGet(() -> home(environment).resolve(".android").resolve("avd")));
  }

  /** The user's own folder, as the emulator takes it. */
  static Path home(Map<String, String> environment) {
    return named(environment, "HOME")
        .or(() -> named(environment, "USERPROFILE"))
        .orElseGet(() -> Path.of(System.getProperty("user.home")));
  }

  private static Optional<Path> named(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "");
    try {
      return value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  Path path() {
    return folder;
  }

  /** In the order of the alphabet; none where the folder cannot be read. */
  List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The file that says what an AVD is; it need not be there. */
  Path config(String name) {
    Map<String, String> said = read(folder.resolve(name + ENDING));
    Path usual = folder.resolve(name + ".avd");
    Path named = Optional.ofNullable(said.get("path")).map(Path::of).orElse(usual);
    // after the user's folder has been moved, only the relative path is right
    Path moved =
        Optional.ofNullable(said.get("path.rel"))
            .map(folder.resolveSibling("")::resolve)
            .orElse(usual);
    return (Files.isDirectory(named) ? named : moved).resolve("config.ini");
  }

  /** The keys and values of a file of the emulator's; nothing where it cannot be read. */
  static Map<String, String> read(Path file) {
    Map<String, String> values = new HashMap<>();
    try {
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\\R")) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
    } catch (IOException e) {
      return Map.of();
    }
    return values;
  }
}
