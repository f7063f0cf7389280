package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where Android's SDK is: as a variable says, or in one of the places in which Android Studio puts
 * it.
 *
 * @see <a href="https://developer.android.com/tools/variables">Environment variables</a>
 */
final class SdkFolder {
  /** The second is deprecated, and still what some machines have. */
  private static final List<String> VARIABLES = List.of("ANDROID_HOME", "ANDROID_SDK_ROOT");

  /** One of these is in every SDK. */
  private static final List<String> PARTS =
      List.of("platform-tools", "emulator", "cmdline-tools", "platforms");

  private static final String HOW =
      "install Android Studio, or the command-line tools (https://developer.android.com/studio),"
          + " and name the SDK's folder with ANDROID_HOME";

  private final Map<String, String> environment;
  private final Machine machine;

  SdkFolder(Map<String, String> environment, Machine machine) {
    this.environment = environment;
    this.machine = machine;
  }

  /**
   * @throws Shortage where there is none, and where a variable names something else
   */
  Path find() throws Shortage {
    Optional<Path> named = named();
    if (named.isPresent()) {
      return named.get();
    }
    List<Path> usual = usual();
    for (Path folder : usual) {
      if (PARTS.stream().anyMatch(part -> Files.isDirectory(folder.resolve(part)))) {
        return folder;
      }
    }
    String looked =
        usual.stream()
            .map(folder -> " and there is none in '" + folder + "'")
            .collect(Collectors.joining(","));
    throw new Shortage("no Android SDK: ANDROID_HOME is not set," + looked, HOW);
  }

  /** Whether a variable names it, so that no other will do. */
  boolean isNamed() {
    return VARIABLES.stream().anyMatch(name -> !value(name).isBlank());
  }

  private Optional<Path> named() throws Shortage {
    for (String variable : VARIABLES) {
      String value = value(variable);
      if (!value.isBlank()) {
        return Optional.of(folder(variable, value));
      }
    }
    return Optional.empty();
  }

  private static Path folder(String variable, String value) throws Shortage {
    try {
      Path folder = Path.of(value).toAbsolutePath().normalize();
      if (Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      // said below
    }
    throw new Shortage(
        "no Android SDK: " + variable + " is '" + value + "', which is not a folder",
        "set " + variable + " to the SDK's folder, or unset it");
  }

  private List<Path> usual() {
    List<Path> usual = new ArrayList<>();
    switch (machine.system()) {
      case "windows" -> {
        if (!value("LOCALAPPDATA").isBlank()) {
          usual.add(Path.of(value("LOCALAPPDATA"), "Android", "Sdk"));
        }
      }
      case "macos" -> usual.add(AvdFolder.home(environment).resolve("Library/Android/sdk"));
      default -> usual.add(AvdFolder.home(environment).resolve("Android/Sdk"));
    }
    return usual;
  }

  private String value(String variable) {
    return environment.getOrDefault(variable, "");
  }
}
