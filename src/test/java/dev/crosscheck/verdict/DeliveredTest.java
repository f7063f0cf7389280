package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Case.SEGMENT;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.line;
import static dev.crosscheck.verdict.Case.object;
import static dev.crosscheck.verdict.Expect.atLeast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Step;
import org.junit.jupiter.api.Test;

class DeliveredTest {
  private static final String SOUND =
      order("m-1", "{'revenue': 25, 'products': [{'price': 5}], 'own': '1'}");
  private static final String WRONG =
      order("m-1", "{'revenue': '25', 'products': [{'price': '5'}, {'price': '6'}]}");

  @Test
  void whatIsAsTheSpecHasItIsNoFinding() {
    assertThat(cell(delivering(SOUND)).verdict().findings()).isEmpty();
  }

  @Test
  void aTypeThatTheSpecForbidsIsAFindingAtTheStepAndNoFailure() {
    Verdict verdict = cell(delivering(WRONG)).verdict();

    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    assertThat(verdict.findings())
        .extracting(Finding::toString)
        .containsExactly(
            """
            scenarios/acme/order.yaml:4:5: warning: 'track Order Completed' as it reached Segment: \
            by the Spec 'properties.revenue' is a number, not "25" [ForbiddenType]
              hint: see https://segment.com/docs/connections/spec/ecommerce/v2/""",
            """
            scenarios/acme/order.yaml:4:5: warning: 'track Order Completed' as it reached Segment: \
            by the Spec 'properties.products[0].price' is a number, not "5" [ForbiddenType]
              hint: see https://segment.com/docs/connections/spec/ecommerce/v2/""");
  }

  @Test
  void aCommonFieldThatIsNotValidIsAFinding() {
    String json = SOUND.replace("'timestamp':'2026-01-01T00:00:00Z'", "'timestamp':'just now'");

    assertThat(cell(delivering(json)).verdict().findings())
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple(
                "ReservedField",
                "'track Order Completed' as it reached Segment: by the Spec 'timestamp' is a date"
                    + " (ISO 8601), not \"just now\""));
  }

  @Test
  void whatNoStepIsKnownToHaveMadeIsToldOfTheScenario() {
    assertThat(cell(delivering("{}")).verdict().findings())
        .extracting(Finding::at, Finding::message)
        .containsExactly(
            tuple(line(1), "'an event' as it reached Segment: there is no 'type'"),
            tuple(line(1), "'an event' as it reached Segment: there is no 'messageId'"),
            tuple(
                line(1),
                "'an event' as it reached Segment: there is no 'userId' or 'anonymousId'"));
  }

  @Test
  void eachDeliveryOfAStepIsToldOnceAndEachStepByItself() {
    Traffic traffic =
        delivering(WRONG)
            .post(SEGMENT, json(WRONG) + " ")
            .post(SEGMENT, json(order("m-2", "{'revenue': '1'}")));
    Case cell = cell(traffic).step(step(5), "m-2");

    assertThat(cell.verdict().findings())
        .extracting(finding -> finding.at().line())
        .containsExactly(4, 4, 5);
  }

  @Test
  void isToldOfACellThatFailedOrBrokeToo() {
    Case failed = cell(delivering(WRONG)).expect(atLeast(2, "event", ""));
    Case broken = cell(delivering(WRONG)).trouble(Trouble.harness("the browser is gone"));

    assertThat(failed.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(failed.verdict().findings()).hasSize(2);
    assertThat(broken.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(broken.verdict().findings()).hasSize(2);
  }

  private static Case cell(Traffic traffic) {
    return new Case().traffic(traffic).step(step(4), "m-1").expect(atLeast(1, "event", ""));
  }

  private static Step step(int line) {
    return new Step.Track(line(line), "Order Completed", object("{}"), CallOptions.NONE);
  }

  private static Traffic delivering(String delivery) {
    return new Traffic().post(TRACK, "{\"event\":\"Order\"}").post(SEGMENT, json(delivery));
  }

  private static String order(String messageId, String properties) {
    return "{'type':'track','event':'Order Completed','messageId':'"
        + messageId
        + "','anonymousId':'a','timestamp':'2026-01-01T00:00:00Z','properties':"
        + properties
        + "}";
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
