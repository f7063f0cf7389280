package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.Cli;
import dev.crosscheck.support.DocPage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code docs/first-plugin.md}, followed from top to bottom in an empty folder: its files are
 * written where they stand, its commands are run, and what it shows of their output is there.
 */
@Timeout(600)
final class FirstPluginIT {
  private static final String PROMPT = "$ ";
  private static final String PROGRAM = "crosscheck ";
  private static final String EXIT_CODE = "echo $?";

  /** In a line of output: what is different each time. */
  private static final String VARIES = "…";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private int runs;
  private String told = "";
  private int code;

  @Test
  void leadsToTheVerdictsThatItShows() throws Exception {
    for (DocPage.Block block : DocPage.read("docs/first-plugin.md").blocks()) {
      if (block.isFile()) {
        block.lay(folder);
      } else if (block.language().equals("console")) {
        follow(block.text().lines().toList());
      }
    }

    assertThat(runs).isGreaterThanOrEqualTo(3);
  }

  private void follow(List<String> lines) throws Exception {
    int from = 0;
    for (String line : lines) {
      if (line.startsWith(PROMPT)) {
        perform(line.substring(PROMPT.length()));
        from = 0;
      } else {
        var shown = pattern(line).matcher(told);
        assertThat(shown.find(from)).as("'%s' in:\n%s", line, told.substring(from)).isTrue();
        from = shown.end();
      }
    }
  }

  private void perform(String command) throws Exception {
    if (command.equals(EXIT_CODE)) {
      told = code + "\n";
      return;
    }
    assertThat(command).startsWith(PROGRAM);
    try (Cli cli = Cli.start(folder, command.substring(PROGRAM.length()).split(" ", -1))) {
      told = cli.out();
      code = cli.code();
      assertThat(cli.errors()).isEmpty();
    }
    runs += command.endsWith("run") ? 1 : 0;
  }

  /** A whole line, as it is but for what varies. */
  private static Pattern pattern(String line) {
    String exactly =
        Arrays.stream(line.split(VARIES, -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile("^" + exactly + "$", Pattern.MULTILINE);
  }
}
