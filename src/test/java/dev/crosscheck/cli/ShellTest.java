package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShellTest {

  @Test
  void coloursATerminalUnlessSomeoneDeclines() {
    assertThat(shell(Map.of(), true).colours(false)).isTrue();
    assertThat(shell(Map.of("NO_COLOR", ""), true).colours(false)).isTrue();
    assertThat(shell(Map.of("NO_COLOR", "1"), true).colours(false)).isFalse();
    assertThat(shell(Map.of(), true).colours(true)).isFalse();
    assertThat(shell(Map.of(), false).colours(false)).isFalse();
  }

  private static Shell shell(Map<String, String> environment, boolean terminal) {
    Printed nowhere = new Printed();
    return new Shell(
        nowhere.stream(),
        nowhere.stream(),
        environment,
        terminal,
        InstantSource.fixed(Instant.EPOCH));
  }
}
