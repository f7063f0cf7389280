package dev.crosscheck.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsFolderTest {
  @TempDir Path parent;

  @Test
  void removesWhatAnEarlierRunLeftAndNothingElse() throws Exception {
    Path reports = parent.resolve("reports");
    for (String ours :
        new String[] {
          "cells/p/d/s/attempt-1/capture.har",
          "index.html",
          "matrix.json",
          "matrix.md",
          "coverage.md",
          "junit/TEST-gone.xml",
          "allure-results/abc-result.json",
          "allure-results/abc-attachment.png"
        }) {
      file(reports, ours);
    }
    for (String foreign :
        new String[] {
          "README.md", "notes/a.txt", "junit/mine.xml", "allure-results/categories.json"
        }) {
      file(reports, foreign);
    }

    try (ReportsFolder opened = ReportsFolder.open(reports)) {
      assertThat(opened.path()).isEqualTo(reports.toAbsolutePath());
    }

    try (var left = Files.walk(reports)) {
      assertThat(left.filter(Files::isRegularFile).map(f -> reports.relativize(f).toString()))
          .containsExactlyInAnyOrder(
              ".lock",
              "README.md",
              "notes/a.txt",
              "junit/mine.xml",
              "allure-results/categories.json");
    }
  }

  @Test
  void removesALinkInsteadOfFollowingIt() throws Exception {
    Path outside = file(parent, "outside/precious.txt");
    Path cells = parent.resolve("reports/cells/p");
    Files.createDirectories(cells);
    Files.createSymbolicLink(cells.resolve("d"), outside.getParent());

    ReportsFolder.open(parent.resolve("reports")).close();

    assertThat(outside).exists();
    assertThat(parent.resolve("reports/cells")).doesNotExist();
  }

  @Test
  void endsASecondRunAtOnceNamingTheFirst() throws Exception {
    try (ReportsFolder first = ReportsFolder.open(parent)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> ReportsFolder.open(parent))
          .isInstanceOf(ReportsInUse.class)
          .hasMessage(
              "another run is writing to '%s' (pid %d); wait until it has ended, or end it",
              parent, ProcessHandle.current().pid());
    }
    ReportsFolder.open(parent).close();
  }

  @Test
  void isNotHinderedByTheLockOfARunThatWasKilled() throws Exception {
    Files.writeString(parent.resolve(".lock"), "99999999\n");
    ReportsFolder.open(parent).close();
    assertThat(parent.resolve(".lock")).isEmptyFile();
  }

  @Test
  void saysThatReportsIsAFile() throws IOException {
    Path file = file(parent, "reports");
    assertThatThrownBy(() -> ReportsFolder.open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write to '" + file + "': it is a file, not a folder");
  }

  @Test
  void writesAndReadsWithinItselfAlone() throws Exception {
    try (ReportsFolder reports = ReportsFolder.open(parent)) {
      reports.write("junit/TEST-a.xml", "x".getBytes(StandardCharsets.UTF_8));
      assertThat(reports.read("junit/TEST-a.xml")).contains("x".getBytes(StandardCharsets.UTF_8));
      assertThat(reports.read("junit/TEST-b.xml")).isEmpty();
      assertThatThrownBy(() -> reports.write("../x", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> reports.read("/etc/passwd"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void leavesNoTemporaryFileBehind() throws Exception {
    try (ReportsFolder reports = ReportsFolder.open(parent)) {
      reports.write("matrix.md", new byte[] {'a'});
      reports.write("matrix.md", new byte[] {'b'});
    }
    try (var left = Files.list(parent)) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", "matrix.md");
    }
  }

  private static Path file(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, name);
  }
}
