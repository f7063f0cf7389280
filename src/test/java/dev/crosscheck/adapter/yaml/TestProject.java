package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Projects made for a test. */
final class TestProject {
  private TestProject() {}

  /** What is found in a project, errors and warnings, one after the other. */
  static String told(Path project) {
    return findings(project).stream().map(finding -> finding + "\n").collect(Collectors.joining());
  }

  static List<Finding> findings(Path project) {
    try {
      return new ProjectReader(project).read().findings();
    } catch (FindingsException e) {
      return e.findings();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
