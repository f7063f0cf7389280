package dev.crosscheck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.finding.SourceLocation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ScenarioTest {
  private static final SourceLocation AT = SourceLocation.of("scenarios/acme/a.yaml");

  @Test
  void namesTheEntriesOfTheSpecInItsStepsEachOnce() {
    Scenario scenario =
        scenario(
            track("Song Played"),
            track("Order Completed"),
            new Step.Flush(AT),
            track("Order Completed"),
            track("Cart Viewed"),
            new Step.Identify(
                AT, Optional.empty(), JsonNodeFactory.instance.objectNode(), CallOptions.NONE));

    assertThat(scenario.entries())
        .containsExactly("identify", "track", "Order Completed", "Cart Viewed");
  }

  private static Step track(String event) {
    return new Step.Track(AT, event, JsonNodeFactory.instance.objectNode(), CallOptions.NONE);
  }

  private static Scenario scenario(Step... steps) {
    return new Scenario(
        "acme/a",
        "a",
        AT,
        "0",
        "",
        Given.NOTHING,
        List.of(steps),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
