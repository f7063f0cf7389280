package dev.crosscheck;

import dev.crosscheck.cli.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Judges all evidence of a run again: by another JVM, on a copy elsewhere, where there are no
 * scenarios and no devices. Every verdict must come out the same, byte for byte (truth 9).
 */
final class JudgedAgain {
  private JudgedAgain() {}

  static void allEqual(Path reports) throws IOException, InterruptedException {
    Path elsewhere = Files.createTempDirectory("judged-again");
    try {
      copy(reports.resolve("cells"), elsewhere.resolve("copy").resolve("cells"));
      Process judge =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "judge",
                  "copy")
              .directory(elsewhere.toFile())
              .redirectErrorStream(true)
              .start();
      String said;
      try (InputStream out = judge.getInputStream()) {
        said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
      if (judge.waitFor() != 0 || !said.contains("all equal")) {
        throw new AssertionError("judged again, it came out otherwise:\n" + said);
      }
    } finally {
      delete(elsewhere);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : files(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
      Files.delete(file);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }
}
