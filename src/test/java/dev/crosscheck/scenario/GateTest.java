package dev.crosscheck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Consent.Model;
import dev.crosscheck.scenario.WebPlugin.Way;
import dev.crosscheck.support.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
  private static final Given OFF = new Given(false, Optional.empty(), Optional.empty(), List.of());

  @Test
  void whatIsGivenHoldsFromTheFirstStepToTheLast() {
    Scenario scenario =
        Samples.scenario(OFF, List.of(Samples.track("A"), Samples.track("B")), List.of());
    Gate gate = Gate.of(scenario, Samples.plugin(), Sdk.ANALYTICS_NEXT);

    assertThat(gate.isAlwaysShut()).isTrue();
    assertThat(gate.isShutBefore(0)).isTrue();
    assertThat(gate.isShutAtTheEnd()).isTrue();
    assertThat(
            Gate.of(scenario.given(Given.NOTHING), Samples.plugin(), Sdk.ANALYTICS_NEXT)
                .isShutAtTheEnd())
        .isFalse();
  }

  /**
   * {@code ad} is what the plugin needs, {@code an} another destination's. In {@code steps}, words
   * are what the user says, or a step; in {@code shut}, one letter stands for each moment: before
   * the first step, after each.
   */
  @ParameterizedTest(name = "{0} {1}: {2}; {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // nothing is loaded before the user's first word, which then counts for the whole page
        "OPT_IN  | ACTION   | -          | track +ad track       | ssoo",
        "OPT_IN  | ACTION   | -          | -ad track +ad track   | sssss",
        "OPT_IN  | ACTION   | -ad        | +ad track reload      | ssso",
        "OPT_IN  | ACTION   | -ad        | +ad navigate          | sso",
        "OPT_IN  | CLASSIC  | +ad        | -ad track reload      | ooos",
        "OPT_IN  | REGISTER | -ad +an    | track                 | ss",
        "OPT_IN  | REGISTER | +ad -an    | track                 | oo",
        "OPT_IN  | ACTION   | +an        | track                 | ss",
        // on a page that loads analytics.js late, what was said by then counts
        "OPT_IN  | ACTION   | -ad        | track +ad ready -ad   | ssooo",
        "OPT_IN  | ACTION   | -          | track ready +ad       | ssso",
        // each event is held against what was said last
        "OPT_OUT | ACTION   | -          | track -ad track +ad   | oosso",
        "OPT_OUT | CLASSIC  | +ad +an    | -ad                   | os",
        "OPT_OUT | CLASSIC  | -ad +an    | reload                | ss",
        // but a plugin that the page registers hears on, as long as Segment does
        "OPT_OUT | REGISTER | +ad +an    | -ad -an               | oos",
        "OPT_OUT | REGISTER | -          | -ad                   | os",
      })
  void consentOpensAndShutsItAsSegmentsToolsDo(
      Model model, Way way, String said, String steps, String shut) {
    List<Step> all =
        new ArrayList<>(Arrays.stream(steps.split(" ", -1)).map(GateTest::step).toList());
    List<String> others = (said + steps).contains("an") ? List.of("an") : List.of();
    Consent consent =
        new Consent(
            model, Optional.ofNullable(said).map(GateTest::categories), List.of("ad"), others);
    Scenario scenario = Samples.scenario(given(consent), all, List.of());
    Gate gate = Gate.of(scenario, Samples.plugin(way), Sdk.ANALYTICS_NEXT);

    assertThat(
            IntStream.rangeClosed(0, all.size())
                .mapToObj(i -> gate.isShutBefore(i) ? "s" : "o")
                .collect(Collectors.joining()))
        .isEqualTo(shut);
    assertThat(gate.isShutAtTheEnd()).isEqualTo(shut.endsWith("s"));
    assertThat(gate.isAlwaysShut()).isEqualTo(!shut.contains("o"));
  }

  @Test
  void aPluginThatNeedsNothingIsLetThrough() {
    for (Model model : Model.values()) {
      Consent none = new Consent(model, Optional.of(Map.of("an", false)), List.of(), List.of("an"));
      Scenario scenario = Samples.scenario(given(none), List.of(Samples.track("A")), List.of());

      assertThat(Gate.of(scenario, Samples.plugin(), Sdk.ANALYTICS_NEXT).isShutAtTheEnd())
          .as("%s", model)
          .isFalse();
    }
  }

  private static Given given(Consent consent) {
    return new Given(true, Optional.empty(), Optional.empty(), List.of(), Optional.of(consent));
  }

  private static Step step(String word) {
    return switch (word) {
      case "track" -> Samples.track("A");
      case "ready" -> new Step.Ready(Samples.AT);
      case "reload" -> new Step.Reload(Samples.AT);
      case "navigate" -> new Step.Navigate(Samples.AT, "/pricing");
      default -> new Step.Consent(Samples.AT, categories(word));
    };
  }

  private static Map<String, Boolean> categories(String words) {
    return Arrays.stream(words.split(" ", -1))
        .collect(Collectors.toMap(word -> word.substring(1), word -> word.startsWith("+")));
  }
}
