package dev.crosscheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.match.Patterns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecTypeTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "string, '', 25",
        "number, 25.5, '25'",
        "number, -1e9, true",
        "integer, 25, 25.5",
        "integer, 25.0, '25'",
        "boolean, false, 'false'",
        "boolean, true, 1",
        "date, '2026-11-21', '21.11.2026'",
        "date, 1795910400, true",
        "ISO 8601 date, '2026-11-21T09:30:00.123Z', 1795910400",
        "ISO 8601 date, '2026-02-28', '2026-02-30'",
        "object, {}, []",
        "array, [], {}",
        "array of strings, `['a', 'b']`, `['a', 1]`",
        "string or object, 'shoes', []",
        "string or object, {}, 25",
        "string or array of strings, 'a', [1]",
      })
  void allowsWhatTheSpecSays(String type, String allowed, String forbidden) {
    assertThat(SpecType.parse(type).allows(Patterns.json(allowed))).isTrue();
    assertThat(SpecType.parse(type).allows(Patterns.json(forbidden))).isFalse();
    assertThat(SpecType.parse(type).allows(Patterns.json("null"))).isTrue();
  }

  @Test
  void allowsOnlyTheTextsThatTheSpecLists() {
    SpecType type = new SpecType(List.of(SpecType.Kind.STRING), List.of("linear", "dynamic"));
    assertThat(type.allows(Patterns.json("'linear'"))).isTrue();
    assertThat(type.allows(Patterns.json("'Linear'"))).isFalse();
    assertThat(type).hasToString("'linear' or 'dynamic'");
  }

  @Test
  void readsAsWords() {
    assertThat(SpecType.parse("string or array of strings"))
        .hasToString("a string or an array of strings");
    assertThat(SpecType.parse("integer")).hasToString("a whole number");
  }

  @Test
  void knowsNoOtherType() {
    assertThatThrownBy(() -> SpecType.parse("money")).isInstanceOf(IllegalArgumentException.class);
  }
}
