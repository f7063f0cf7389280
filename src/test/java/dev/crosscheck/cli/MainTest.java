package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
  @TempDir private Path folder;
  private final Printed out = new Printed();
  private final Printed err = new Printed();

  @Test
  void namesItsVersion() {
    assertThat(execute("--version")).isZero();
    assertThat(out.text()).isEqualTo("crosscheck development\n");
    assertThat(err.text()).isEmpty();
  }

  @Test
  void explainsItself() {
    assertThat(execute("--help")).isZero();
    assertThat(out.text())
        .contains("Usage: crosscheck", "run", "check", "doctor", "judge", "Exit codes:");
    assertThat(execute("run", "--help")).isZero();
    assertThat(out.text())
        .contains("--plugin", "--device", "--scenario", "--must-have", "--reports", "--parallel");
  }

  @Test
  void asksForACommand() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.text())
        .isEqualTo(
            """
            no command; try run, check, doctor, judge, ca or host
              hint: crosscheck --help
            """);
  }

  @Test
  void refusesAnOptionThatItDoesNotKnow() {
    assertThat(execute("run", "--devices", "chromium")).isEqualTo(2);
    assertThat(err.text()).contains("Unknown option").contains("--device");
  }

  @Test
  void refusesANumberThatIsNone() {
    assertThat(execute("run", "--parallel", "many")).isEqualTo(2);
    assertThat(err.text()).contains("'many'").contains("hint: crosscheck run --help");
    assertThat(execute("run", "--parallel", "0")).isEqualTo(2);
    assertThat(err.text())
        .endsWith("--parallel is '0'\n  hint: give it a number from 1 up\n")
        .doesNotContain("Exception");
  }

  @Test
  void checksFilesAndSaysAllThatIsWrong() throws Exception {
    Files.createDirectories(folder.resolve("scenarios/x"));
    Files.writeString(folder.resolve("devices.yaml"), "devices:\n  chromium: {browser: chrme}\n");
    Files.writeString(folder.resolve("scenarios/x/plugin.yaml"), "plugin: X\nplugin: Y\n");
    assertThat(execute("check", "--dir", folder.toString())).isEqualTo(2);
    assertThat(err.text())
        .contains("devices.yaml:2:", "scenarios/x/plugin.yaml:2:")
        .containsPattern("\n\\d+ errors")
        .doesNotContain("Exception");
    assertThat(out.text()).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNone() {
    Path missing = folder.resolve("missing");
    for (String command : new String[] {"check", "doctor", "run"}) {
      assertThat(execute(command, "--dir", missing.toString())).isEqualTo(2);
    }
    assertThat(err.text())
        .isEqualTo(
            ("'"
                    + missing
                    + "' is not a folder\n"
                    + "  hint: name the folder that holds devices.yaml with --dir\n")
                .repeat(3));
  }

  private int execute(String... arguments) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    return Main.execute(new Shell(out.stream(), err.stream(), Map.of(), false, clock), arguments);
  }
}
