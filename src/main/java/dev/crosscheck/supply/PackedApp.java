package dev.crosscheck.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks into an app that is one file, which on every platform is a zip. */
final class PackedApp {
  private static final byte[] ZIP = {'P', 'K'};

  private PackedApp() {}

  /**
   * Whether it is there, and is packed as far as its first bytes tell.
   *
   * @param kind what it should be: {@code an APK}
   */
  static Presence look(BuiltApp app, String kind) {
    Path file = app.path();
    if (!Files.isRegularFile(file)) {
      return new Presence.Missing("there is no app at '" + file + "'", app.howToBuild());
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      if (Arrays.equals(bytes.readNBytes(ZIP.length), ZIP)) {
        return new Presence.Here(file, Optional.empty());
      }
      return new Presence.Missing("'" + file + "' is not " + kind, app.howToBuild());
    } catch (IOException e) {
      return new Presence.Missing(
          "the app '" + file + "' cannot be read: " + e.getMessage(), "let this user read it");
    }
  }

  /**
   * The beginning of the first file in it that is called so.
   *
   * @param most how much of it, in bytes
   * @throws IOException where it cannot be read, or is not packed so
   */
  static Optional<byte[]> head(Path file, Predicate<String> name, int most) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Optional<? extends ZipEntry> entry =
          zip.stream().filter(one -> name.test(one.getName())).findFirst();
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry.get())) {
        return Optional.of(in.readNBytes(most));
      }
    }
  }
}
