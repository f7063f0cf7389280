package dev.crosscheck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskedSizeTest {
  private Instant now = Instant.EPOCH;
  private String said = "24 80\n";

  @ParameterizedTest
  @CsvSource({
    "'50 120\n', '', 120, 50",
    "'50 120\n', 100, 100, 50",
    "'50 120\n', 300, 120, 50",
    "'0 0\n', '', 80, 24",
    "'0 0\n', 100, 100, 24",
    "'', many, 80, 24",
    "'', -1, 80, 24",
    "'stty: no terminal', 0, 80, 24"
  })
  void takesTheSmallerOfWhatIsTold(String stty, String set, int columns, int rows) {
    Map<String, String> environment = set.isEmpty() ? Map.of() : Map.of("COLUMNS", set);
    assertThat(new AskedSize(environment, () -> now, () -> stty).get())
        .isEqualTo(new TerminalSize(columns, rows));
  }

  @Test
  void noticesAWindowThatChangesButDoesNotAskForEachDrawing() {
    AskedSize size = new AskedSize(Map.of(), () -> now, () -> said);
    assertThat(size.get().columns()).isEqualTo(80);
    said = "24 60\n";
    now = now.plusMillis(1999);
    assertThat(size.get().columns()).isEqualTo(80);
    now = now.plusMillis(1);
    assertThat(size.get().columns()).isEqualTo(60);
  }
}
