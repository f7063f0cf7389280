package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Case.SPECTATOR;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.object;
import static dev.crosscheck.verdict.Case.track;
import static dev.crosscheck.verdict.Expect.arrives;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.failed;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.support.Samples;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What is claimed of calls that meet the customer's own middleware. */
class MiddlewareClaimsTest {
  private static final Times ONCE = Times.exactly(1);
  private static final Step.Track ORDER =
      track("Order", "{'label': 'nd-before', 'coupon': 'nd-coupon', 'value': 4711.25}");
  private static final String BEFORE =
      "{'event': 'Order', 'label': 'nd-before', 'coupon': 'nd-coupon', 'value': 4711.25}";
  private static final String AFTER =
      "{'event': 'Order', 'label': 'nd-after', 'coupon': 'nd-coupon', 'value': 4711.25}";

  @Test
  void aChangedCallIsLookedForAsItIsThen() {
    assertThat(passed(changed(false, AFTER).expect(arrives(ONCE, ORDER)))).isNotNull();
    assertThat(passed(changed(true, AFTER).expect(arrives(ONCE, ORDER)))).isNotNull();
    assertThat(failed(changed(true, BEFORE).expect(arrives(ONCE, ORDER))))
        .hasSize(2)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("'track Order' arrived without its properties.label on chromium")
        .contains("expected: properties.label = \"nd-after\"", "label = \"nd-before\"");
    assertThat(failed(changed(false, "{'label': 'nd-before'}").expect(arrives(ONCE, ORDER))))
        .hasSize(2)
        .first(InstanceOfAssertFactories.STRING)
        .startsWith("'track Order' did not arrive on chromium");
  }

  @Test
  void whatWasTakenFromItMayBeNowhere() {
    Case both = changed(false, AFTER, "{'event': 'Debug', 'was': 'nd-before'}");

    assertThat(mismatch(both.expect(arrives(ONCE, ORDER))))
        .isEqualTo(
            "'track Order' arrived with what middleware or a filter had taken from it"
                + " | without properties.label = \"nd-before\" | it is there");
    assertThat(mismatch(both.expect(arrives(Times.AT_LEAST_ONCE, ORDER))))
        .as("nor is it wanted more often")
        .startsWith("'track Order' arrived with what");
  }

  @Test
  void aTextThatWasMadeLongerIsNotTakenAway() {
    Given longer =
        Samples.given(
            Samples.change(
                "Order", object("{'properties': {'label': 'nd-before and after'}}"), false));
    String sent = BEFORE.replace("nd-before", "nd-before and after");

    assertThat(passed(sent(sent).given(longer).expect(arrives(ONCE, ORDER)))).isNotNull();
  }

  @Test
  void ofADroppedCallTheTwinMustHear() {
    for (boolean destination : new boolean[] {false, true}) {
      Case silent =
          new Case()
              .given(Samples.given(Samples.drop("Order", destination)))
              .step(ORDER)
              .traffic(new Traffic().get("https://shop.crosscheck.test/"))
              .expect(arrives(Times.NEVER, ORDER));

      assertThat(broken(silent))
          .isEqualTo("the gate is shut and there is no twin to show that the plugin would speak");
      assertThat(passed(silent.twin(twin(BEFORE))).kind()).isEqualTo(Proof.Kind.TWIN);
      assertThat(broken(silent.twin(twin("{'event': 'Order'}"))))
          .startsWith("the twin is silent too");
      assertThat(
              mismatch(
                  sent(BEFORE)
                      .given(Samples.given(Samples.drop("Order", destination)))
                      .expect(arrives(Times.NEVER, ORDER))))
          .isEqualTo("'track Order' arrived where nothing of it may | none | 1 request");
    }
  }

  @Test
  void ofACallThatWasChangedAndThenDroppedNothingMayCome() {
    Given given =
        Samples.given(
            Samples.change(
                "Order", object("{'properties': {'label': 'nd-after', 'coupon': null}}"), false),
            Samples.drop("Order", true));

    for (String was : new String[] {"nd-before", "nd-after", "nd-coupon"}) {
      Case loud = sent("{'x': '" + was + "'}").given(given).expect(arrives(Times.NEVER, ORDER));

      assertThat(failed(loud)).as(was).isNotEmpty();
    }
  }

  @Test
  void otherDestinationsGetWhatSourceMiddlewareMade() {
    assertThat(passed(spectated(false, AFTER))).isNotNull();
    assertThat(mismatch(spectated(false, BEFORE)))
        .isEqualTo(
            "the event was changed for other destinations: track Order"
                + " | properties.label = \"nd-after\" | properties.label = \"nd-before\"");
    assertThat(passed(spectated(true, BEFORE))).isNotNull();
    assertThat(mismatch(spectated(true, AFTER)))
        .endsWith("| properties.label = \"nd-before\" | properties.label = \"nd-after\"");
  }

  private static Case spectated(boolean destination, String event) {
    String properties = event.replace("'event': 'Order', ", "");
    String seen = "{'messageId': 'm1', 'event': 'Order', 'properties': " + properties + "}";
    return new Case()
        .given(changing(destination))
        .step(ORDER, "m1")
        .traffic(
            new Traffic()
                .post(TRACK, object(AFTER).toString())
                .post(SPECTATOR, object(seen).toString()))
        .expect(arrives(ONCE, ORDER));
  }

  private static Case changed(boolean destination, String... bodies) {
    return sent(bodies).given(changing(destination));
  }

  private static Given changing(boolean destination) {
    return Samples.given(
        Samples.change("Order", object("{'properties': {'label': 'nd-after'}}"), destination));
  }

  private static Case sent(String... bodies) {
    Traffic traffic = new Traffic();
    for (String body : bodies) {
      traffic.post(TRACK, object(body).toString());
    }
    return new Case().step(ORDER).traffic(traffic);
  }

  private static Evidence twin(String body) {
    return new Case()
        .step(ORDER)
        .traffic(new Traffic().post(TRACK, object(body).toString()))
        .evidence();
  }
}
