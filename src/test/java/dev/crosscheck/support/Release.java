package dev.crosscheck.support;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The release, unzipped as it is, on a machine that has no Maven.
 *
 * @param home where it was unzipped
 * @param path the one folder of PATH: links to programs, removed by {@link #close}
 */
public record Release(Path home, Path path, Map<String, String> environment)
    implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;

  /** How a command ended, and what it said. */
  public record Told(int code, String out, String err) {}

  /**
   * @param folder takes the release, and what it needs to run
   * @param more variables on top of this process's own
   */
  public static Release unzip(Path zip, Path folder, Map<String, String> more) throws IOException {
    Path unzipped = folder.resolve("unzipped");
    try (FileSystem inside =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true))) {
      Path top = inside.getPath("/");
      try (Stream<Path> all = Files.walk(top)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          Path target = unzipped.resolve(top.relativize(file).toString());
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
          Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        }
      }
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("M2_"));
    Path path = withoutMaven(folder.resolve("path"));
    environment.put("PATH", path.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putAll(more);
    try (Stream<Path> homes = Files.list(unzipped)) {
      return new Release(homes.findFirst().orElseThrow(), path, environment);
    }
  }

  /** Runs {@code bin/crosscheck}. */
  public Told run(Path where, String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(home.resolve("bin/crosscheck").toString()));
    words.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "told", ".out");
    Path err = Files.createTempFile(home, "told", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(where.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("still running: " + Files.readString(out));
      }
      return new Told(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroy();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> links = Files.list(path)) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }

  /** A folder with a link to every program on PATH but Maven's. */
  private static Path withoutMaven(Path links) throws IOException {
    Files.createDirectories(links);
    for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
      if (!folder.isBlank() && Files.isDirectory(Path.of(folder))) {
        try (Stream<Path> programs = Files.list(Path.of(folder))) {
          for (Path program : programs.toList()) {
            Path link = links.resolve(program.getFileName().toString());
            if (!link.getFileName().toString().startsWith("mvn") && !Files.exists(link)) {
              Files.deleteIfExists(link);
              Files.createSymbolicLink(link, program);
            }
          }
        }
      }
    }
    return links;
  }
}
