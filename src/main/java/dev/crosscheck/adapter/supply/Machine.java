package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine, as far as it decides where programs come from.
 *
 * @param distribution of Linux, as os-release(5) says: {@code debian}, {@code ubuntu}
 * @param admin whether packages can be installed without a password
 * @param system {@code linux}, {@code macos} or {@code windows}
 * @param top where its files begin
 */
record Machine(String distribution, boolean admin, String system, Path top) {

  static Machine here() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String system = name.contains("mac") ? "macos" : name.contains("windows") ? "windows" : "linux";
    return new Machine(
        distribution(Path.of("/etc/os-release")), isRoot(), system, Path.of("/").toAbsolutePath());
  }

  static String distribution(Path osRelease) {
    try {
      return Files.readAllLines(osRelease).stream()
          .map(line -> line.replace("\"", "").strip())
          .filter(line -> line.startsWith("ID="))
          .map(line -> line.substring("ID=".length()))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
