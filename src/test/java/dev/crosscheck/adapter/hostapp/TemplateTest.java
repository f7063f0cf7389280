package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TemplateTest {
  @Test
  void fillsItsGapsInOneGo() {
    assertThat(
            new Template("a\n@@one@@\nb @@two words@@ c\n")
                .filled(Map.of("one", "x $1\ny", "two words", "@@one@@")))
        .isEqualTo("a\nx $1\ny\nb @@one@@ c\n");
  }

  @Test
  void leavesNoLineWhereThereIsNothing() {
    assertThat(new Template("a\n@@one@@\nb\n\n@@one@@\n\nc\n").filled(Map.of("one", "")))
        .isEqualTo("a\nb\n\nc\n");
  }

  @Test
  void isNeverHalfFilled() {
    assertThatThrownBy(() -> new Template("@@one@@ @@other@@").filled(Map.of("one", "1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("nothing fills 'other'");
  }
}
