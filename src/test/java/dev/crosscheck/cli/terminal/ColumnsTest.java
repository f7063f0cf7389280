package dev.crosscheck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnsTest {

  @ParameterizedTest
  @CsvSource({"chromium, 8", "日本, 4", "e\u0301, 1", "🛒, 2", "한국, 4", "✅, 2", "'', 0", "ｗ, 2"})
  void countsColumnsAndNotCharacters(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
  }

  @Test
  void doesNotCutACharacterInTwo() {
    assertThat(Columns.head("a日本", 4)).isEqualTo("a日");
    assertThat(Columns.head("🛒🛒", 3)).isEqualTo("🛒");
    assertThat(Columns.head("abc", 9)).isEqualTo("abc");
  }

  @Test
  void fitsTextIntoAColumn() {
    assertThat(Columns.fitted("webkit", 8)).isEqualTo("webkit  ");
    assertThat(Columns.fitted("chromium-strict", 8)).isEqualTo("chromiu…");
    assertThat(Columns.fitted("日本語", 4)).isEqualTo("日… ");
  }

  @Test
  void cutsALineWithItsColours() {
    Line line = Line.of("ab").and(Ink.BAD, "cdef").and("gh");
    assertThat(line.columns()).isEqualTo(8);
    assertThat(line.within(8)).isEqualTo(line);
    assertThat(line.within(5).render(true)).isEqualTo("ab\u001b[31mcd…\u001b[0m");
    assertThat(line.within(1).render(false)).isEqualTo("…");
  }
}
