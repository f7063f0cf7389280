package dev.crosscheck.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandTest {
  @TempDir Path folder;

  @Test
  void tellsBothOutputsApart() throws Exception {
    Command.Result result = sh("echo out; echo err >&2; exit 3").run();

    assertThat(result).isEqualTo(new Command.Result(3, "out\n", "err\n"));
    assertThat(result.ok()).isFalse();
  }

  @Test
  void handsOverInputFolderAndNothingElse() throws Exception {
    Command.Result result = sh("cat; pwd; echo $OWN$HOME").in(folder).reading("in\n").run();

    assertThat(result.out()).isEqualTo("in\n" + folder.toRealPath() + "\nyes\n");
  }

  @Test
  void endsWhatTakesTooLong() throws Exception {
    Command slow =
        Command.of(Map.of(), Duration.ofMillis(200), "/bin/sh", "-c", "sleep 40; echo x");

    Command.Result result = slow.run();

    assertThat(result.ok()).isFalse();
    assertThat(result.lastLines(1)).isEqualTo("ended after 0 s");
  }

  @Test
  void isNotHeldUpByAGrandchild() throws Exception {
    assertThat(sh("sleep 3 & echo done").run().out()).isEqualTo("done\n");
  }

  @Test
  void sumsUpWithTheLastLines() {
    assertThat(new Command.Result(1, "out", "a\n\n b\nc\n").lastLines(2)).isEqualTo("b\nc");
    assertThat(new Command.Result(1, "out\n", " ").lastLines(2)).isEqualTo("out");
  }

  @Test
  void saysWhatCannotBeStarted() {
    assertThatThrownBy(() -> Command.of(Map.of(), Duration.ofSeconds(5), "/no/such").run())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/no/such");
  }

  private static Command sh(String script) {
    return Command.of(
        Map.of("OWN", "yes", "PATH", "/usr/bin:/bin"),
        Duration.ofSeconds(20),
        "/bin/sh",
        "-c",
        script);
  }
}
