package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The machine, as far as it decides where programs come from.
 *
 * @param debian Debian itself: on Ubuntu, apt's chromium is an empty shell around a snap
 * @param root whether packages can be installed without a password
 * @param system {@code linux}, {@code macos} or {@code windows}
 */
record Machine(boolean debian, boolean root, String system) {

  static Machine here() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String system = name.contains("mac") ? "macos" : name.contains("windows") ? "windows" : "linux";
    return new Machine(isDebian(Path.of("/etc/os-release")), isRoot(), system);
  }

  static boolean isDebian(Path osRelease) {
    try {
      return Files.readAllLines(osRelease).stream()
          .map(line -> line.replace("\"", "").strip())
          .anyMatch("ID=debian"::equals);
    } catch (IOException e) {
      return false;
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
