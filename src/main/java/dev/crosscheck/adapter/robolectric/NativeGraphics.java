package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What Robolectric draws with, unpacked once, and without the 250 MB of fonts and libraries that it
 * would copy for each process of the app: enough for Latin, Greek, Cyrillic, Chinese, Japanese and
 * Korean on the screenshots.
 */
final class NativeGraphics {
  static final String ARTIFACT = "org.robolectric:nativeruntime-dist-compat";

  private static final Set<String> FONTS =
      Set.of(
          "fonts/Roboto-Light.ttf",
          "fonts/Roboto-Regular.ttf",
          "fonts/Roboto-Medium.ttf",
          "fonts/Roboto-Bold.ttf",
          "fonts/DroidSansMono.ttf",
          "fonts/DroidSansFallback.ttf");

  private NativeGraphics() {}

  /**
   * Unpacks into a folder that is to stand on the class path in the archive's place.
   *
   * @param fonts names the fonts that are left ({@code harness/android/jvm/fonts})
   */
  static void unpack(Path archive, Path fonts, Path into) throws Shortage {
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (!entry.isDirectory() && isOfUse(entry.getName())) {
          copy(zip, entry, into);
        }
      }
      Files.copy(
          fonts.resolve("fonts.xml"),
          into.resolve("fonts/fonts.xml"),
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Shortage(
          "what Robolectric draws with cannot be unpacked: " + e.getMessage(), "make room");
    }
  }

  private static boolean isOfUse(String name) {
    return FONTS.contains(name)
        || name.startsWith("icu/")
        || name.startsWith("hyphen-data/")
        || name.startsWith("native/" + system() + "/");
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return "mac";
    }
    return name.contains("win") ? "windows" : "linux";
  }

  private static void copy(ZipFile zip, ZipEntry entry, Path into) throws IOException {
    Path file = into.resolve(entry.getName()).normalize();
    if (!file.startsWith(into)) {
      throw new IOException("'" + entry.getName() + "' leaves its folder");
    }
    Files.createDirectories(file.resolveSibling(""));
    try (InputStream in = zip.getInputStream(entry)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
