package dev.crosscheck.adapter.appium.pretended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {
  @Test
  void quotesAndBackslashesKeepWordsTogether() throws Exception {
    assertThat(ShellWords.parse("am start -d 'a b' \"c \\\"d\\\"\" e\\&f ''"))
        .containsExactly(
            new ShellWords.Command(
                List.of("am", "start", "-d", "a b", "c \"d\"", "e&f", ""), false));
  }

  @Test
  void commandsFollowEachOther() throws Exception {
    assertThat(ShellWords.parse("a 1;b && c;"))
        .containsExactly(
            new ShellWords.Command(List.of("a", "1"), false),
            new ShellWords.Command(List.of("b"), false),
            new ShellWords.Command(List.of("c"), true));
  }

  /** A link that is not quoted would be cut in two by a real shell. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "am start -d x://y?a=1&b=2",
        "ls | sh",
        "echo $HOME",
        "echo `id`",
        "echo \"$x\"",
        "echo 'a",
        "echo \"a",
        "cat > /sdcard/x"
      })
  void whatElseAShellWouldActOnIsNotKnown(String line) {
    assertThatThrownBy(() -> ShellWords.parse(line))
        .isInstanceOf(NotKnown.class)
        .hasMessageContaining(line);
  }
}
