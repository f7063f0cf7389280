package dev.crosscheck.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InertTest {
  @Test
  void spellsOutWhatATerminalWouldObey() {
    assertThat(Inert.text("\u001b[31mred\u0007 \u009b2J \u007f\rover\nnext\ttab"))
        .isEqualTo("\\u001b[31mred\\u0007 \\u009b2J \\u007f\\u000dover\nnext\ttab");
    assertThat(Inert.line("one\ntwo\t")).isEqualTo("one\\u000atwo\\u0009");
  }

  @Test
  void spellsOutWhatTurnsTextAround() {
    assertThat(Inert.text("a\u202eb\u2066c\ufeff\u2028"))
        .isEqualTo("a\\u202eb\\u2066c\\ufeff\\u2028");
  }

  @Test
  void leavesWhatPeopleWrite() {
    String text = "Ünïcödé 日本 🛒 👩\u200d💻 “quotes” – 3 × 4";
    assertThat(Inert.text(text)).isEqualTo(text);
  }

  @Test
  void keepsPairsOfSurrogatesAndSpellsOutLoneOnes() {
    assertThat(Inert.json("\"🛒 \ud800 \udc00\"")).isEqualTo("\"🛒 \\ud800 \\udc00\"");
  }

  @Test
  void leavesTheLayoutOfJson() {
    assertThat(Inert.json("{\n\t\"a\": 1\r\n}")).isEqualTo("{\n\t\"a\": 1\r\n}");
  }
}
