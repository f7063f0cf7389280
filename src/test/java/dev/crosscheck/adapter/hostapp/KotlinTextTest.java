package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KotlinTextTest {
  @Test
  void saysJustWhatItIsGiven() {
    assertThat(KotlinText.literal("libs/acme-1.0.aar")).isEqualTo("\"libs/acme-1.0.aar\"");
    assertThat(KotlinText.literal("a\"b\\c${d}\n\u00e9"))
        .isEqualTo("\"a\\\"b\\\\c\\${d}\\u000a\\u00e9\"");
  }
}
