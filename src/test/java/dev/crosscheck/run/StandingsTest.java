package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Row.Standing.Kind;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.support.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of a plugin that says what becomes of fields. */
class StandingsTest {
  private static final Step.Call HAT = track("Hat Seen", "nd-hat");
  private static final Step.Call MARKED = track("nd-Seen", "nd-seen");
  private static final Step.Call ORDER = track("Order Completed", "nd-order");

  private static final ObjectNode NAME_ALONE =
      Samples.object().set("track", Samples.object().put("*", "dropped").put("event", "kept"));

  @Test
  void aCallOfWhichNothingGoesCannotBeSeenToArrive() {
    Row row = row(NAME_ALONE, arrives(Times.exactly(1), HAT));

    assertThat(row.standing().kind()).isEqualTo(Kind.SKIPPED);
    assertThat(row.standing().reason())
        .isEqualTo(
            "by 'carries' in plugin.yaml 'Partner' sends nothing by which 'track Hat Seen' could be"
                + " known");
    assertThat(row(Samples.object(), arrives(Times.exactly(1), HAT)).standing())
        .isEqualTo(Row.Standing.ASKED);
  }

  @Test
  void aMarkedNameOrOneOfTheSpecIsEnough() {
    assertThat(row(NAME_ALONE, arrives(Times.exactly(1), MARKED)).standing())
        .isEqualTo(Row.Standing.ASKED);
    assertThat(row(NAME_ALONE, arrives(Times.exactly(1), ORDER)).standing())
        .isEqualTo(Row.Standing.ASKED);
    ObjectNode renamed = NAME_ALONE.deepCopy();
    renamed.set("Order Completed", Samples.object().put("event", "dropped"));
    assertThat(row(renamed, arrives(Times.exactly(1), ORDER)).standing().kind())
        .isEqualTo(Kind.SKIPPED);
  }

  @Test
  void whatIsTakenOnItsWayDoesNotTellOfACall() {
    ObjectNode taken = Samples.object();
    taken.putObject("properties").putNull("label");
    ObjectNode labelAlone =
        Samples.object().set("track", Samples.object().put("*", "dropped").put("label", "kept"));
    Expectation hat = arrives(Times.exactly(1), HAT);

    assertThat(row(labelAlone, hat).standing()).isEqualTo(Row.Standing.ASKED);
    assertThat(
            row(Samples.filtering(Samples.change("Hat Seen", taken, true)), labelAlone, hat)
                .standing()
                .reason())
        .endsWith("sends nothing by which 'track Hat Seen' could be known");
  }

  @Test
  void ofSeveralCallsThoseThatCanBeSeenAreAskedFor() {
    assertThat(row(NAME_ALONE, arrives(Times.exactly(1), HAT, ORDER)).expect())
        .containsExactly(arrives(Times.exactly(1), ORDER));
  }

  @Test
  void thatNothingArrivesIsAskedOfEveryCall() {
    assertThat(row(NAME_ALONE, arrives(Times.NEVER, HAT)).expect())
        .containsExactly(arrives(Times.NEVER, HAT));
  }

  private static Row row(ObjectNode carries, Expectation expectation) {
    return row(Given.NOTHING, carries, expectation);
  }

  private static Row row(Given given, ObjectNode carries, Expectation expectation) {
    Plugin usual = Samples.plugin(WebPlugin.Way.ACTION);
    Plugin plugin =
        new Plugin(
            usual.name(),
            usual.id(),
            usual.at(),
            usual.folder(),
            usual.sha256(),
            usual.writeKeySetting(),
            usual.settings(),
            usual.supports(),
            carries,
            usual.waivers(),
            usual.partner(),
            usual.web(),
            usual.otherPlatforms());
    Scenario table =
        Samples.table(List.of(HAT, MARKED, ORDER), Samples.row("a", 0, 3, expectation));
    return Standings.of(table.given(given), plugin, Samples.CHROMIUM).rows().get(0);
  }

  private static Expectation.Arrival arrives(Times times, Step.Call... calls) {
    return new Expectation.Arrival(Samples.AT, times, List.of(calls));
  }

  private static Step.Call track(String event, String label) {
    return new Step.Track(
        Samples.AT, event, Samples.object().put("label", label), CallOptions.NONE);
  }
}
