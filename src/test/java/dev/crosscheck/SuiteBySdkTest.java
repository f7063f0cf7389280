package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the suite expects of a plugin where it depends on the SDK, which decides and not the plugin.
 */
class SuiteBySdkTest {
  private static final List<String> ALL_OFF =
      List.of(
          "nothing is sent where all destinations are off",
          "a call that excludes all does not reach it");

  /** As each SDK's source has it: two look for a destination's own entry alone. */
  @ParameterizedTest
  @CsvSource({
    "analytics.js, true",
    "analytics-android, true",
    "analytics-ios, true",
    "analytics-kotlin, false",
    "analytics-swift, false"
  })
  void keepsOutAPluginByAllWhereTheSdkKnowsOfIt(String sdk, boolean knowsAll) {
    List<Scenario> suite =
        Wiring.read(Path.of("")).conformance().getOrDefault("mixpanel", List.of());

    List<Row> rows =
        suite.stream()
            .flatMap(scenario -> scenario.on(List.of(sdk)).rows().stream())
            .filter(row -> ALL_OFF.contains(row.name()))
            .toList();

    assertThat(rows).hasSize(2);
    assertThat(rows)
        .flatExtracting(Row::expect)
        .isNotEmpty()
        .allSatisfy(
            expected -> assertThat(((Expectation.Arrival) expected).isNever()).isEqualTo(knowsAll));
  }
}
