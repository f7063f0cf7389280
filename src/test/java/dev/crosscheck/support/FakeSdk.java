package dev.crosscheck.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The folders of Android's SDK and of a user's AVDs, with scripts for programs. */
public final class FakeSdk {
  /** As a Windows has it, which is the harder case. */
  public static final String IMAGE = "system-images\\android-34\\google_apis\\x86_64\\";

  private final Path home;

  /**
   * @param home the user's own folder; nothing is in it yet
   */
  public FakeSdk(Path home) {
    this.home = home;
  }

  /** Where Android Studio puts it on Linux. */
  public Path folder() {
    return home.resolve("Android").resolve("Sdk");
  }

  /** Where the user's AVDs are. */
  public Path avds() {
    return home.resolve(".android").resolve("avd");
  }

  public Map<String, String> environment() {
    return Map.of("HOME", home.toString());
  }

  public Path adb() throws IOException {
    return program(folder().resolve("platform-tools").resolve("adb"), "exit 0");
  }

  public Path emulator() throws IOException {
    return program(folder().resolve("emulator").resolve("emulator"), "exit 0");
  }

  /** An AVD that runs {@link #IMAGE}. */
  public Path avd(String name) throws IOException {
    return avd(name, "image.sysdir.1 = " + IMAGE + "\n");
  }

  /** An AVD with this config.ini. */
  public Path avd(String name, String config) throws IOException {
    Path folder = Files.createDirectories(avds().resolve(name + ".avd"));
    Files.writeString(
        avds().resolve(name + ".ini"), "avd.ini.encoding=UTF-8\npath=" + folder + "\n");
    return Files.writeString(folder.resolve("config.ini"), config);
  }

  /** The system image of {@link #IMAGE}. */
  public Path image() throws IOException {
    Path image =
        Files.createDirectories(
            folder().resolve("system-images").resolve("android-34/google_apis/x86_64"));
    Files.createFile(image.resolve("system.img"));
    return image;
  }

  /** All that an emulator of this name needs. */
  public FakeSdk whole(String avd) throws IOException {
    adb();
    emulator();
    avd(avd);
    image();
    return this;
  }

  /** A shell script in the place of a program. */
  public static Path program(Path file, String script) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make '" + file + "' executable");
    }
    return file;
  }
}
