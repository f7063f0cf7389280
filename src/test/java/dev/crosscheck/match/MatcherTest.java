package dev.crosscheck.match;

import static dev.crosscheck.match.Patterns.field;
import static dev.crosscheck.match.Patterns.json;
import static dev.crosscheck.match.Patterns.pattern;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class MatcherTest {
  private static final Matcher TYPED = new Matcher(reference -> Optional.empty(), false);
  private static final Matcher TEXTUAL = new Matcher(reference -> Optional.empty(), true);

  @Test
  void objectsArePartial() {
    assertThat(told(pattern("{'a': {'b': 1}}"), "{'a': {'b': 1, 'c': 2}, 'd': 3}")).isEmpty();
  }

  @Test
  void numbersAreComparedByValue() {
    assertThat(told(pattern("{'revenue': 25}"), "{'revenue': 25.00}")).isEmpty();
    assertThat(told(pattern("{'revenue': 25}"), "{'revenue': 2.5e1}")).isEmpty();
    assertThat(told(pattern("{'revenue': 25}"), "{'revenue': 25.01}"))
        .containsExactly("revenue = 25 | revenue = 25.01");
  }

  @Test
  void aStringIsNoNumberAndTheWordsSaySo() {
    assertThat(
            told(
                pattern("{'properties': {'revenue': 25.0}}"),
                "{'properties': {'revenue': '25.0'}}"))
        .containsExactly("properties.revenue = 25.0 | properties.revenue = \"25.0\" (a string)");
    assertThat(told(pattern("{'id': '7'}"), "{'id': 7}"))
        .containsExactly("id = \"7\" | id = 7 (a number)");
    assertThat(told(pattern("{'on': true}"), "{'on': 'true'}"))
        .containsExactly("on = true | on = \"true\" (a string)");
  }

  @Test
  void nullIsNotAbsent() {
    assertThat(told(pattern("{'a': null}"), "{}")).containsExactly("a = null | a is absent");
    assertThat(told(pattern("{'a': null}"), "{'a': null}")).isEmpty();
    assertThat(told(field("a", new Pattern.Missing()), "{'a': null}"))
        .containsExactly("a is absent | a = null");
    assertThat(told(field("a", new Pattern.Missing()), "{}")).isEmpty();
  }

  @Test
  void aFieldOfWhatIsNotThereIsAbsentToo() {
    assertThat(told(field("a", field("b", new Pattern.Missing())), "{}")).isEmpty();
    assertThat(told(field("a", pattern("{'b': 1}")), "{}"))
        .containsExactly("a is an object | a is absent");
    assertThat(told(field("a", field("b", new Pattern.AnyValue())), "{}")).hasSize(1);
  }

  @Test
  void arraysAreExact() {
    assertThat(told(pattern("{'a': [1, 2]}"), "{'a': [1, 2]}")).isEmpty();
    assertThat(told(pattern("{'a': [1, 2]}"), "{'a': [2, 1]}")).hasSize(2);
    assertThat(told(pattern("{'a': [1]}"), "{'a': [1, 'x']}"))
        .containsExactly("a[1] is absent | a[1] = \"x\"");
    assertThat(told(pattern("{'a': [1, 2]}"), "{'a': [1]}"))
        .containsExactly("a[1] = 2 | a[1] is absent");
    assertThat(told(pattern("{'a': [1]}"), "{'a': 1}"))
        .containsExactly("a is an array of 1 | a = 1 (a number)");
  }

  @Test
  void pathsLeadIntoArrays() {
    assertThat(
            told(
                pattern("{'properties': {'items': [{'price': 1}, {'price': 2}]}}"),
                "{'properties': {'items': [{'price': 1}, {'price': 3}]}}"))
        .containsExactly("properties.items[1].price = 2 | properties.items[1].price = 3");
  }

  @Test
  void containingHoldsEachSomewhere() {
    Pattern held = new Pattern.Containing(List.of(pattern("'b'"), pattern("{'x': 1}")));
    assertThat(told(field("a", held), "{'a': [{'x': 1, 'y': 2}, 'c', 'b']}")).isEmpty();
    assertThat(told(field("a", held), "{'a': ['b']}"))
        .containsExactly("a is an array that holds an object with x | a = [\"b\"]");
    assertThat(told(field("a", held), "{'a': 'b'}")).hasSize(2);
  }

  @Test
  void anyValueIsThereWhateverItIs() {
    assertThat(told(field("a", new Pattern.AnyValue()), "{'a': null}")).isEmpty();
    assertThat(told(field("a", new Pattern.AnyValue()), "{}"))
        .containsExactly("a is any value | a is absent");
  }

  @ParameterizedTest
  @CsvSource({
    "STRING, \"x\"",
    "NUMBER, 1.5",
    "BOOLEAN, false",
    "OBJECT, {}",
    "ARRAY, []",
    "NULL, null"
  })
  void typesAreTold(JsonType type, String value) {
    for (JsonType other : JsonType.values()) {
      assertThat(TYPED.differences(new Pattern.OfType(other), json(value)).isEmpty())
          .isEqualTo(other == type);
    }
    assertThat(TYPED.differences(new Pattern.OfType(type), MissingNode.getInstance())).hasSize(1);
  }

  @Test
  void aRegexIsFoundInAString() {
    Pattern regex = new Pattern.Regex("b+c$");
    assertThat(told(field("a", regex), "{'a': 'abbc'}")).isEmpty();
    assertThat(told(field("a", regex), "{'a': 'abbcd'}"))
        .containsExactly("a is a string with /b+c$/ in it | a = \"abbcd\"");
    assertThat(told(field("a", new Pattern.Regex("1")), "{'a': 1}"))
        .containsExactly("a is a string with /1/ in it | a = 1 (a number)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29",
        "2024-02-29T10:00",
        "2024-02-29T10:00:00Z",
        "2024-02-29T10:00:00.123456Z",
        "2024-02-29T10:00:00+02:00",
        "2024-02-29T10:00:00"
      })
  void datesAreIso8601(String date) {
    assertThat(told(field("a", new Pattern.IsoDate()), "{'a': '" + date + "'}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2023-02-29", "29.02.2024", "2024-02-29T25:00", "2024-2-9", "Thu Feb 29", ""})
  void otherStringsAreNoDates(String date) {
    assertThat(told(field("a", new Pattern.IsoDate()), "{'a': '" + date + "'}")).hasSize(1);
  }

  @Test
  void withinAllowsADistance() {
    Pattern near = new Pattern.Within(new BigDecimal("25"), new BigDecimal("0.01"));
    assertThat(told(field("a", near), "{'a': 25.01}")).isEmpty();
    assertThat(told(field("a", near), "{'a': 24.98}")).containsExactly("a = 25 ± 0.01 | a = 24.98");
    assertThat(told(field("a", near), "{'a': '25'}"))
        .containsExactly("a = 25 ± 0.01 | a = \"25\" (a string)");
    assertThat(TEXTUAL.differences(field("a", near), json("{'a': '25'}"))).isEmpty();
  }

  @Test
  void sha256IsLowerCaseHex() {
    Pattern hashed = new Pattern.Sha256("jane@example.com");
    String digest = "8c87b489ce35cf2e2f39f80e282cb2e804932a56a213983eeeb428407d43b52d";
    assertThat(told(field("a", hashed), "{'a': '" + digest + "'}")).isEmpty();
    assertThat(told(field("a", hashed), "{'a': 'jane@example.com'}"))
        .containsExactly("a is the SHA-256 of \"jane@example.com\" | a = \"jane@example.com\"");
  }

  @Test
  void textThatReadsAsANumberIsOneInTextualValues() {
    assertThat(TEXTUAL.differences(pattern("{'a': 25.0}"), json("{'a': '25'}"))).isEmpty();
    assertThat(TEXTUAL.differences(pattern("{'a': '25'}"), json("{'a': 25.0}"))).isEmpty();
    assertThat(TEXTUAL.differences(pattern("{'a': true}"), json("{'a': 'true'}"))).isEmpty();
    assertThat(TEXTUAL.differences(pattern("{'a': 25}"), json("{'a': '25x'}"))).hasSize(1);
    assertThat(TEXTUAL.differences(pattern("{'a': '25'}"), json("{'a': '25.0'}"))).hasSize(1);
    assertThat(TEXTUAL.differences(pattern("{'a': true}"), json("{'a': 'false'}"))).hasSize(1);
    Pattern number = field("a", new Pattern.OfType(JsonType.NUMBER));
    assertThat(TEXTUAL.differences(number, json("{'a': '1e3'}"))).isEmpty();
    assertThat(TEXTUAL.differences(number, json("{'a': 'x'}"))).hasSize(1);
    Pattern bool = field("a", new Pattern.OfType(JsonType.BOOLEAN));
    assertThat(TEXTUAL.differences(bool, json("{'a': 'false'}"))).isEmpty();
    assertThat(TEXTUAL.differences(bool, json("{'a': '0'}"))).hasSize(1);
  }

  @Test
  void aLoneReferenceTakesTheValueWithItsType() {
    Pattern.Reference id = new Pattern.Reference("segment", -1, "anonymousId");
    Matcher seven = new Matcher(reference -> Optional.of(json("7")), false);
    Pattern lone = field("a", new Pattern.Text(List.of(id)));
    assertThat(seven.differences(lone, json("{'a': 7.0}"))).isEmpty();
    assertThat(told(seven, lone, "{'a': '7'}"))
        .containsExactly("a = 7 (${segment.anonymousId}) | a = \"7\" (a string)");
  }

  @Test
  void aReferenceToAnObjectIsExact() {
    Pattern.Reference traits = new Pattern.Reference("event", 0, "traits");
    Matcher object = new Matcher(reference -> Optional.of(json("{'x': 1}")), false);
    Pattern lone = field("a", new Pattern.Text(List.of(traits)));
    assertThat(object.differences(lone, json("{'a': {'x': 1.0}}"))).isEmpty();
    assertThat(object.differences(lone, json("{'a': {'x': 1, 'y': 2}}"))).hasSize(1);
  }

  @Test
  void referencesInATextAreJoined() {
    Pattern text =
        new Pattern.Text(
            List.of(
                new Pattern.Part.Plain("user-"),
                new Pattern.Reference("event", 0, "id"),
                new Pattern.Part.Plain("!")));
    Matcher seven = new Matcher(reference -> Optional.of(json("7")), false);
    assertThat(told(seven, field("a", text), "{'a': 'user-7!'}")).isEmpty();
    assertThat(told(seven, field("a", text), "{'a': 'user-8!'}"))
        .containsExactly("a = \"user-7!\" | a = \"user-8!\"");
  }

  @Test
  void aReferenceToNothingIsADifferenceThatSaysSo() {
    Pattern text = new Pattern.Text(List.of(new Pattern.Reference("event", 2, "id")));
    assertThat(told(field("a", text), "{'a': 'x'}"))
        .containsExactly(
            "a is unknown: nothing came that ${event[2].id} refers to | a = \"x\" (a string)");
  }

  @Test
  void longValuesAreCutAroundTheDifference() {
    String same = "x".repeat(500);
    Difference difference =
        TYPED.differences(pattern("'" + same + "A'"), json("'" + same + "B'")).get(0);
    assertThat(difference.expected())
        .hasSizeLessThan(220)
        .contains("A")
        .isNotEqualTo(difference.actual());
    assertThat(difference.actual()).hasSizeLessThan(220).contains("B");
    assertThat(TYPED.differences(pattern("1"), json("'" + same + "'")).get(0).actual())
        .hasSizeLessThan(220)
        .contains("(500 characters)");
  }

  @Test
  void hugeExponentsCostNothing() {
    JsonNode huge = json("1e999999999");
    assertThat(
            Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                  Pattern near = new Pattern.Within(BigDecimal.ONE, BigDecimal.ONE);
                  return TYPED.differences(near, huge).size()
                      + TYPED.differences(pattern("25"), huge).size()
                      + TEXTUAL.differences(pattern("25"), json("'1e999999999'")).size();
                }))
        .isEqualTo(3);
  }

  private static List<String> told(Pattern expected, String actual) {
    return told(TYPED, expected, actual);
  }

  private static List<String> told(Matcher matcher, Pattern expected, String actual) {
    return matcher.differences(expected, json(actual)).stream()
        .map(difference -> difference.expectedThere() + " | " + difference.actualThere())
        .toList();
  }
}
