package dev.crosscheck.match;

import static dev.crosscheck.match.Patterns.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  private static final String VALUE =
      "{'properties': {'$insert_id': 'i', 'ep.currency': 'USD'}, 'a': {'b': [{'c': 7}, [8]]},"
          + " 'cd[value]': '25', 'x.y': 1, 'x': {'y': 2}}";

  @ParameterizedTest
  @CsvSource({
    "properties.$insert_id, \"i\"",
    "a.b[0].c, 7",
    "a.b[1][0], 8",
    "cd[value], \"25\"",
    "x.y, 1",
    "properties.ep.currency, \"USD\"",
    "a.b[0], {\"c\":7}"
  })
  void leadsToAValue(String path, String value) {
    assertThat(new FieldPath(path).in(json(VALUE)).toString()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q",
        "a.q",
        "a.b[2]",
        "a.b[x]",
        "a.b[0",
        "a.b.c",
        "x.y.z",
        "a.b[99999999999]",
        "[0]"
      })
  void leadsNowhere(String path) {
    assertThat(new FieldPath(path).in(json(VALUE)).isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {""})
  void theEmptyPathIsTheValueItself(String path) {
    assertThat(new FieldPath(path).in(json(VALUE))).isEqualTo(json(VALUE));
  }
}
