package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is packed into the jar from {@code harness/}, as files for tools that read files: an editor
 * reads the schemas. Unpacked once into the cache, by version and content.
 */
public final class HarnessFiles {
  private static final String FOLDER = "harness";
  private static final int HASH_SHOWN = 12;

  private final Path cache;
  private final String version;

  /**
   * @param cache see {@link SystemSupply#cacheFolder}
   * @param version of Crosscheck; a snapshot's content changes under its name
   */
  public HarnessFiles(Path cache, String version) {
    this.cache = cache.toAbsolutePath().normalize();
    this.version = version;
  }

  /** The folder of a part of it, such as {@code schema}. */
  public Path folder(String part) throws Shortage {
    return new Memory<Path>(cache).get(FOLDER, this::unpacked).resolve(part);
  }

  private Path unpacked() throws Shortage, IOException, InterruptedException {
    Map<String, byte[]> files = packed();
    return new FolderCache(cache.resolve(FOLDER))
        .get(
            version + "-" + hash(files),
            empty -> {
              for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = empty.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, file.getValue());
              }
            });
  }

  /** All files by their paths with {@code /}, from the jar, or from a folder in development. */
  private static Map<String, byte[]> packed() throws IOException {
    URL found = HarnessFiles.class.getResource("/" + FOLDER);
    if (found == null) {
      throw new IllegalStateException("this build of crosscheck lacks " + FOLDER);
    }
    try {
      URI uri = found.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return below(Path.of(uri));
      }
      Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceFirst("!/.*", "")));
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        return below(inside.getPath(FOLDER));
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> below(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static String hash(Map<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, bytes) -> {
            digest.update((name + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
      return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_SHOWN);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
