package dev.crosscheck.verdict;

import static dev.crosscheck.capture.Types.type;
import static dev.crosscheck.verdict.Case.ENGAGE;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.named;
import static dev.crosscheck.verdict.Expect.atLeast;
import static dev.crosscheck.verdict.Expect.nothingElse;
import static dev.crosscheck.verdict.Expect.order;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.scenario.Expectation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderClaimTest {
  private static final Expectation A = atLeast(1, "event", "{'n': 'A'}");
  private static final Expectation B = atLeast(1, "event", "{'n': 'B'}");

  @Test
  void exchangesThatDoNotOverlapHaveAnOrder() {
    Traffic traffic = new Traffic().post(TRACK, n("A")).post(TRACK, n("B"));
    assertThat(passed(cell(traffic, A, B, order("event[0]", "event[1]")))).isNotNull();
    assertThat(mismatch(cell(traffic, B, A, order("event[0]", "event[1]"))))
        .isEqualTo(
            "messages in another order | event[0] before event[1]"
                + " | event[1] (exchange 1) before event[0]");
  }

  @Test
  void exchangesThatOverlapHaveNone() {
    Traffic traffic =
        new Traffic().post(TRACK, n("A")).times(100, 300).post(TRACK, n("B")).times(200, 400);
    assertThat(broken(cell(traffic, A, B, order("event[0]", "event[1]"))))
        .isEqualTo(
            "order cannot be known: the two exchanges overlap"
                + " (event[0] in exchange 1, event[1] in exchange 2)");
  }

  @Test
  void anExchangeThatWasNeverAnsweredOverlapsWhatFollows() {
    Traffic traffic = new Traffic().post(TRACK, n("A")).unanswered("reset").post(TRACK, n("B"));
    assertThat(broken(cell(traffic, A, B, order("event[0]", "event[1]"))))
        .startsWith("order cannot be known");
  }

  @Test
  void framesAndElementsOfOtherTypesHaveAnOrderToo() {
    Traffic frames =
        new Traffic()
            .get("https://api.acme.test/live")
            .header("Upgrade", "websocket")
            .status(101)
            .frame(150, true, n("hello"))
            .frame(250, true, n("visitor"));
    Traffic batch = new Traffic().post(TRACK, "[" + n("hello") + "," + n("visitor") + "]");
    Map.of("WS", frames, "POST", batch)
        .forEach(
            (method, traffic) -> {
              Case cell =
                  cell(traffic, order("hello[0]", "visitor[0]"))
                      .types(named("hello", method), named("visitor", method));
              assertThat(passed(cell)).isNotNull();
              assertThat(mismatch(cell.expect(order("visitor[0]", "hello[0]"))))
                  .startsWith("messages in another order");
            });
  }

  @Test
  void aFrameComesAfterWhatWasAnsweredBeforeItAndBeforeNothing() {
    Traffic traffic =
        new Traffic()
            .get("https://api.acme.test/live")
            .header("Upgrade", "websocket")
            .status(101)
            .frame(150, true, n("early"))
            .frame(350, true, n("late"))
            .post(TRACK, n("A"))
            .times(200, 300);
    Case cell =
        cell(traffic, order("event[0]", "live[1]"))
            .types(
                type("live", "json").from("WS", "*", "/live").build(),
                type("event", "json").from("POST", "*", "/track").build());
    assertThat(passed(cell)).isNotNull();
    assertThat(mismatch(cell.expect(order("live[1]", "event[0]"))))
        .startsWith("messages in another order");
    assertThat(passed(cell.expect(order("live[0]", "live[1]")))).isNotNull();
    assertThat(broken(cell.expect(order("live[0]", "event[0]"))))
        .startsWith("order cannot be known");
  }

  @Test
  void oneConnectionCarriesOneAfterTheOther() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, n("A"))
            .connection(7)
            .times(100, 300)
            .post(TRACK, n("B"))
            .connection(7)
            .times(200, 400);
    assertThat(passed(cell(traffic, A, B, order("event[0]", "event[1]")))).isNotNull();
  }

  @Test
  void aBatchHasTheOrderOfItsElements() {
    Traffic traffic = new Traffic().post(TRACK, "[" + n("A") + "," + n("B") + "]");
    assertThat(passed(cell(traffic, A, B, order("event[0]", "event[1]")))).isNotNull();
    assertThat(mismatch(cell(traffic, B, A, order("event[0]", "event[1]"))))
        .startsWith("messages in another order");
  }

  @ParameterizedTest
  @CsvSource({
    "1767225600000, 1767225600001",
    "1767225600, 1767225600.5",
    "5, 6",
    "'\"2026-01-01T00:00:00Z\"', '\"2026-01-01T02:00:00.001+02:00\"'"
  })
  void aTimeFieldTellsTheOrderOfOverlappingExchanges(String early, String late) {
    Traffic traffic =
        new Traffic()
            .post(TRACK, "{\"n\":\"B\",\"t\":" + late + "}")
            .times(100, 300)
            .post(TRACK, "{\"n\":\"A\",\"t\":" + early + "}")
            .times(200, 400);
    Case cell =
        cell(traffic, A, B, order("event[0]", "event[1]"))
            .types(type("event", "json").from("POST", "*", "/track").time("t").build());
    assertThat(passed(cell)).isNotNull();
    assertThat(mismatch(cell.expect(B, A, order("event[0]", "event[1]"))))
        .startsWith("messages in another order");
  }

  @Test
  void timesOfDifferentClocksTellNothing() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, "{\"n\":\"A\",\"t\":1767225600}")
            .times(100, 300)
            .post(TRACK, "{\"n\":\"B\",\"t\":1767225600000}")
            .times(200, 400);
    Case cell =
        cell(traffic, A, B, order("event[0]", "event[1]"))
            .types(type("event", "json").from("POST", "*", "/track").time("t").build());
    assertThat(broken(cell)).startsWith("order cannot be known");
  }

  @Test
  void withoutExpectationsOfTheTypeTheIndexCountsArrivals() {
    Traffic traffic = new Traffic().post(ENGAGE, "{}").post(TRACK, n("A")).post(TRACK, n("B"));
    assertThat(passed(cell(traffic, order("profile[0]", "event[1]")))).isNotNull();
    assertThat(mismatch(cell(traffic, order("event[1]", "profile[0]"))))
        .startsWith("messages in another order");
  }

  @Test
  void aMessageThatDidNotComeIsMissing() {
    Traffic traffic = new Traffic().post(TRACK, n("A"));
    assertThat(mismatch(cell(traffic, order("event[0]", "event[1]"))))
        .isEqualTo("no event[1] | order: [event[0], event[1]] | event[1] did not come");
  }

  @Test
  void anOrderSpeaksOfItsMessages() {
    Traffic traffic = new Traffic().post(ENGAGE, "{}").post(TRACK, n("A"));
    assertThat(passed(cell(traffic, order("profile[0]", "event[0]"), nothingElse()))).isNotNull();
  }

  @Test
  void anOrderNeedsASealToo() {
    Traffic traffic = new Traffic().post(TRACK, n("A")).post(TRACK, n("B"));
    assertThat(broken(cell(traffic, A, B, order("event[0]", "event[1]")).unsettled()))
        .startsWith("nothing shows that no more would come");
  }

  private static String n(String name) {
    return "{\"n\":\"" + name + "\"}";
  }

  private static Case cell(Traffic traffic, Expectation... expectations) {
    return new Case().traffic(traffic).expect(expectations);
  }
}
