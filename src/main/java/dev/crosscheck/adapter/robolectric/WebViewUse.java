package dev.crosscheck.adapter.robolectric;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds classes that work with a WebView: those that name its class by itself in their constant
 * pool, not only in some method's type.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4.7">JVM
 *     Specification, CONSTANT_Utf8</a>
 */
final class WebViewUse {
  private static final String NAME = "android/webkit/WebView";
  private static final int UTF8 = 1;
  private static final String ENDING = ".class";

  /** The constant as it lies in a class file, a char for each byte. */
  private static final String CONSTANT = new String(constant(), StandardCharsets.ISO_8859_1);

  private WebViewUse() {}

  /**
   * The name of the first such class, in words of Java: {@code com.acme.Banner}.
   *
   * @param path jars and folders
   */
  static Optional<String> in(List<Path> path) throws IOException {
    for (Path entry : path) {
      Optional<String> user = Files.isDirectory(entry) ? inFolder(entry) : inJar(entry);
      if (user.isPresent()) {
        return user;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        if (isUser(Files.readAllBytes(file))) {
          return Optional.of(name(folder.relativize(file).toString()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inJar(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.getName().endsWith(ENDING)) {
          try (InputStream in = zip.getInputStream(entry)) {
            if (isUser(in.readAllBytes())) {
              return Optional.of(name(entry.getName()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUser(byte[] classFile) {
    return new String(classFile, StandardCharsets.ISO_8859_1).contains(CONSTANT);
  }

  private static String name(String file) {
    return file.substring(0, file.length() - ENDING.length()).replace('\\', '.').replace('/', '.');
  }

  private static byte[] constant() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(UTF8);
    bytes.write(0);
    bytes.write(NAME.length());
    bytes.writeBytes(NAME.getBytes(StandardCharsets.US_ASCII));
    return bytes.toByteArray();
  }
}
