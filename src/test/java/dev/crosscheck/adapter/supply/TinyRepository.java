package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.aether.repository.RemoteRepository;

/** A Maven repository in a folder. Its jars are no more than their names. */
final class TinyRepository {
  private final Path folder;

  TinyRepository(Path folder) {
    this.folder = folder;
  }

  /** As the resolver knows it. */
  RemoteRepository as(String id) {
    return remote(id, folder.toUri().toString());
  }

  static RemoteRepository remote(String id, String url) {
    return new RemoteRepository.Builder(id, "default", url).build();
  }

  /** Adds {@code group:artifact:extension:version} with its POM. */
  TinyRepository add(String artifact, String... insides) {
    write(file(artifact), artifact);
    return pom(artifact, insides);
  }

  /** Adds a POM that says the extension is its packaging, without a file beside it. */
  TinyRepository pom(String artifact, String... insides) {
    String[] parts = artifact.split(":");
    write(
        file("%s:%s:pom:%s".formatted(parts[0], parts[1], parts[3])),
        """
        <project><modelVersion>4.0.0</modelVersion>
        <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
        <packaging>%s</packaging>%s</project>
        """
            .formatted(parts[0], parts[1], parts[3], parts[2], String.join("", insides)));
    return this;
  }

  static String needs(String... dependencies) {
    return "<dependencies>" + String.join("", dependencies) + "</dependencies>";
  }

  /** One in {@code dependencies}: {@code group:artifact:version}, and what else it says. */
  static String on(String artifact, String... insides) {
    String[] parts = artifact.split(":");
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
        .formatted(parts[0], parts[1], parts[2], String.join("", insides));
  }

  /** A line of a lock. */
  static String locked(String artifact) {
    return artifact + " " + hash("SHA-256", artifact) + "\n";
  }

  Path file(String artifact) {
    String[] parts = artifact.split(":");
    return folder.resolve(
        "%s/%s/%s/%s-%s.%s"
            .formatted(
                parts[0].replace('.', '/'), parts[1], parts[3], parts[1], parts[3], parts[2]));
  }

  private static void write(Path file, String content) {
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, content);
      Files.writeString(file.resolveSibling(file.getFileName() + ".sha1"), hash("SHA-1", content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String algorithm, String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(algorithm)
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
