package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that share a cache, each in a process of its own. */
@Timeout(120)
class TwoProcessesIT {
  @TempDir Path home;
  private FakeMachine fake;
  private Path project;
  private Path begun;

  @BeforeEach
  void begin() throws IOException {
    fake = new FakeMachine(home);
    fake.program("node", "echo v20.19.0");
    begun = home.resolve("begun");
    project = Files.createDirectory(home.resolve("project"));
    Files.writeString(project.resolve("package.json"), "{}");
    Files.writeString(project.resolve("package-lock.json"), "{}");
  }

  @Test
  void installOnce() throws Exception {
    fake.program("npm", "mkdir node_modules", "touch '" + begun + "'", "sleep 1");

    Process first = start();
    awaitBegun();
    Process second = start();

    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(lastLine(first)).isEqualTo(lastLine(second)).endsWith("node_modules");
    assertThat(fake.calls()).hasSize(1);
  }

  @Test
  void leaveNoHalfFolderWhenOneIsKilled() throws Exception {
    fake.program("npm", "mkdir -p node_modules/half", "touch '" + begun + "'", "exec sleep 100");
    Process killed = start();
    awaitBegun();
    List<ProcessHandle> children = killed.descendants().toList();
    killed.destroyForcibly().waitFor();
    children.forEach(ProcessHandle::destroyForcibly);
    assertThat(folders()).hasSize(1).first().asString().contains(".unfinished");
    fake.program("npm", "mkdir -p node_modules/whole");

    Process next = start();

    assertThat(next.waitFor()).isZero();
    assertThat(Path.of(lastLine(next))).isDirectoryNotContaining("glob:**half");
    assertThat(folders()).hasSize(1).first().asString().doesNotContain(".unfinished");
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            InstallingProgram.class.getName(),
            fake.cache.toString(),
            project.toString());
    builder.environment().put("PATH", fake.bin().toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private void awaitBegun() {
    while (!Files.exists(begun)) {
      Thread.onSpinWait();
    }
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(fake.cache.resolve("npm"))) {
      return all.filter(Files::isDirectory).toList();
    }
  }

  private static String lastLine(Process process) throws IOException {
    List<String> lines = process.inputReader().lines().toList();
    return lines.get(lines.size() - 1);
  }
}
