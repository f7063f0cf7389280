package dev.crosscheck.verdict;

import static dev.crosscheck.capture.Types.type;
import static dev.crosscheck.verdict.Case.ENGAGE;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.named;
import static dev.crosscheck.verdict.Expect.atLeast;
import static dev.crosscheck.verdict.Expect.exactly;
import static dev.crosscheck.verdict.Expect.nothingElse;
import static dev.crosscheck.verdict.Expect.only;
import static dev.crosscheck.verdict.Expect.requests;
import static dev.crosscheck.verdict.Expect.segment;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.failed;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What more traffic could refute: on a sealed capture, and beside a twin. */
class AbsenceTest {
  private static final String ORDER = "{\"event\":\"Order\"}";
  private static final String SENTINEL = "{\"event\":\"crosscheck-s1\"}";
  private static final String LIBRARY = "https://cdn.acmecdn.test/acme.js";
  private static final String SETTINGS =
      "https://cdn.segment.com/v1/projects/crosscheckWriteKey/settings";
  private static final Given OFF = new Given(false, Optional.empty(), Optional.empty(), List.of());

  @Test
  void withoutASettlementAbsenceIsBroken() {
    Case cell = new Case().traffic(new Traffic().post(TRACK, ORDER)).unsettled();
    assertThat(broken(cell.expect(exactly(1, "event", ""))))
        .isEqualTo("nothing shows that no more would come: the capture was not settled");
    assertThat(passed(cell.expect(atLeast(1, "event", "")))).isNotNull();
  }

  @Test
  void aShortfallIsToldInItsWords() {
    Case cell = new Case().traffic(new Traffic().post(TRACK, ORDER));
    assertThat(
            broken(
                cell.shortfall("still sending: POST x is unanswered")
                    .expect(exactly(1, "event", ""))))
        .isEqualTo("absence could not be shown: still sending: POST x is unanswered");
  }

  @Test
  void anOpenClaimThatIsNotMetFailsThoughNothingIsSealed() {
    Case cell = new Case().traffic(new Traffic().post(TRACK, ORDER)).shortfall("not met");
    assertThat(mismatch(cell.expect(exactly(2, "event", ""))))
        .startsWith("event came 1 of 2 times");
  }

  @Test
  void whatWasAnsweredWellIsNotAskedAgain() {
    Expectation repeated = new Expectation.NothingRepeated(Case.line(9));
    Traffic other = new Traffic().post(TRACK, ORDER).post(TRACK, "{}").get(TRACK).get(TRACK + "?b");
    Traffic retry = new Traffic().post(TRACK, ORDER).status(500).post(TRACK, ORDER);
    Traffic lost = new Traffic().post(TRACK, ORDER).unanswered("reset").post(TRACK, ORDER);
    Traffic segments = new Traffic().get(SETTINGS).get(SETTINGS);
    for (Traffic fine : List.of(other, retry, lost, segments)) {
      assertThat(passed(new Case().traffic(fine).expect(repeated)).kind())
          .isEqualTo(Proof.Kind.SEALED);
    }

    Traffic again = new Traffic().get(SETTINGS).post(TRACK, ORDER).post(TRACK, ORDER);
    assertThat(mismatch(new Case().traffic(again).expect(repeated)))
        .isEqualTo(
            "the partner was asked the same twice | once: POST "
                + TRACK
                + " | again, after exchange 2 was answered well");
    Traffic code = new Traffic().get(LIBRARY).get(LIBRARY);
    assertThat(mismatch(new Case().traffic(code).expect(repeated)))
        .startsWith("the partner was asked the same twice | once: GET " + LIBRARY);
    assertThat(broken(new Case().traffic(other).unsettled().expect(repeated))).isNotEmpty();
  }

  @Test
  void sentinelsAreSetAsideAndTold() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).post(TRACK, SENTINEL);
    Case cell =
        new Case()
            .traffic(traffic)
            .sentinel("event", "crosscheck-s1", 1)
            .expect(exactly(1, "event", ""), nothingElse());
    Proof proof = passed(cell);
    assertThat(proof.kind()).isEqualTo(Proof.Kind.SEALED);
    assertThat(proof.words())
        .isEqualTo(
            "1 expected came, 0 properties compared; sentinel on lane 'event' in exchange 2,"
                + " nothing new for 500 ms, the page was left, and nothing new for 500 ms again,"
                + " 5990 ms after the last step; nothing later is looked for");
  }

  @Test
  void aSentinelInABatchTakesNothingWithIt() {
    Traffic traffic = new Traffic().post(TRACK, "[" + ORDER + "," + SENTINEL + "]");
    Case cell = new Case().traffic(traffic).sentinel("event", "crosscheck-s1", 0);
    assertThat(mismatch(cell.expect(exactly(0, "event", ""))))
        .startsWith("event that must not come");
  }

  @Test
  void aSentinelThatDidNotArriveProvesNothing() {
    Traffic traffic = new Traffic().post(TRACK, ORDER);
    Case none = new Case().traffic(traffic).sentinel("event", "crosscheck-s1", Optional.empty());
    assertThat(broken(none.expect(exactly(1, "event", ""))))
        .isEqualTo("absence could not be shown: no sentinel arrived on lane 'event'");
    Case wrong = new Case().traffic(traffic).sentinel("event", "crosscheck-s1", 0);
    assertThat(broken(wrong.expect(exactly(1, "event", ""))))
        .isEqualTo("absence could not be shown: exchange 1 has no sentinel of lane 'event'");
    Traffic bad = new Traffic().post(TRACK, ORDER).post(TRACK, SENTINEL).status(500);
    Case unanswered = new Case().traffic(bad).sentinel("event", "crosscheck-s1", 1);
    assertThat(broken(unanswered.expect(exactly(1, "event", ""))))
        .isEqualTo(
            "absence could not be shown: the sentinel on lane 'event' was not answered well");
  }

  @Test
  void aSentinelThatCameAndWasNotAnsweredWellIsToldFromOneThatDidNotCome() {
    Traffic refused = new Traffic().post(TRACK, ORDER).post(TRACK, SENTINEL).status(500);
    assertThat(broken(withoutSentinel(refused)))
        .isEqualTo(
            "absence could not be shown: the sentinel on lane 'event' came, but exchange 2 of 2,"
                + " POST api.acme.test/track: answered with 500");
    Traffic reset = new Traffic().post(TRACK, ORDER).post(TRACK, SENTINEL).unanswered("reset");
    assertThat(broken(withoutSentinel(reset)))
        .endsWith("exchange 2 of 2, POST api.acme.test/track: reset");
    Traffic cut = new Traffic().post(TRACK, ORDER).post(TRACK, SENTINEL).brokenOff("truncated");
    assertThat(broken(withoutSentinel(cut)))
        .endsWith("POST api.acme.test/track: answered with 200, but truncated");
    Traffic none = new Traffic().post(TRACK, ORDER);
    assertThat(broken(withoutSentinel(none))).endsWith("no sentinel arrived on lane 'event'");
  }

  private static Case withoutSentinel(Traffic traffic) {
    return new Case()
        .traffic(traffic)
        .sentinel("event", "crosscheck-s1", Optional.empty())
        .shortfall("no sentinel arrived on lane 'event'")
        .expect(exactly(1, "event", ""));
  }

  @Test
  void aCopyOnAnotherLaneThanTheSentinelsIsSeen() {
    Traffic traffic =
        new Traffic().post(TRACK, ORDER).post(TRACK, SENTINEL).post(ENGAGE, "{\"copy\":1}");
    Case cell = new Case().traffic(traffic).sentinel("event", "crosscheck-s1", 1);
    assertThat(mismatch(cell.expect(exactly(1, "event", ""), nothingElse())))
        .isEqualTo("profile that nothing expects | nothing else | {\"copy\":1}");
  }

  @Test
  void aCopySentWhenThePageIsLeftIsSeen() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).post(ENGAGE, "{\"copy\":1}");
    Case cell = new Case().traffic(traffic).leftAt(150);
    assertThat(mismatch(cell.expect(exactly(1, "event", ""), nothingElse())))
        .isEqualTo(
            "profile that nothing expects | nothing else"
                + " | {\"copy\":1}, when the page was left");
  }

  @Test
  void nothingElseAllowsWhatOthersSpeakOf() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).post(ENGAGE, "{}");
    assertThat(
            passed(
                new Case()
                    .traffic(traffic)
                    .expect(
                        atLeast(1, "event", "{'event': 'Order'}"),
                        requests(Times.AT_LEAST_ONCE, "POST", "*", "/engage", Map.of()),
                        nothingElse())))
        .isNotNull();
    assertThat(
            mismatch(
                new Case()
                    .traffic(traffic)
                    .expect(
                        atLeast(1, "profile", ""),
                        atLeast(0, "event", "{'event': 'X'}"),
                        nothingElse())))
        .startsWith("event that nothing expects");
  }

  @Test
  void whatBreaksAnOnlyIsToldOnce() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).post(TRACK, "{\"event\":\"X\"}");
    Case cell = new Case().traffic(traffic);
    assertThat(mismatch(cell.expect(only("event", "{'event': 'Order'}"), nothingElse())))
        .startsWith("another event than expected");
  }

  @Test
  void aRequestToThePartnerThatNoTypeReadsIsSomethingElse() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).post("https://api.acme.test/other", "x");
    assertThat(mismatch(new Case().traffic(traffic).expect(atLeast(1, "event", ""), nothingElse())))
        .startsWith("a request to the partner that nothing expects");
  }

  @Test
  void whatStandsBesideAMessageAndIsOfNoTypeIsSomethingElse() {
    Traffic frames =
        new Traffic()
            .get("https://api.acme.test/live")
            .header("Upgrade", "websocket")
            .status(101)
            .frame(150, true, "{\"n\":\"hello\"}")
            .frame(250, true, "{\"n\":\"secret\"}");
    Traffic batch = new Traffic().post(TRACK, "[{\"n\":\"hello\"},{\"n\":\"secret\"}]");
    Map.of("WS", frames, "POST", batch)
        .forEach(
            (method, traffic) -> {
              Case cell = new Case().traffic(traffic).types(named("hello", method));
              assertThat(mismatch(cell.expect(atLeast(1, "hello", ""), nothingElse())))
                  .isEqualTo(
                      "something beside the messages that nothing expects | nothing else"
                          + " | {\"n\":\"secret\"}, which no message type reads");
              cell.types(named("hello", method), named("secret", method));
              assertThat(
                      passed(
                          cell.expect(
                              atLeast(1, "hello", ""), atLeast(1, "secret", ""), nothingElse())))
                  .isNotNull();
            });
  }

  @Test
  void whatASentinelCausesBesideItselfIsSetAside() {
    String echo = "{\"n\":\"echo\",\"of\":\"%s\"}";
    String set = "{\"n\":\"hello\",\"id\":\"crosscheck-s1\"}";
    for (String of : new String[] {"crosscheck-s1", "another"}) {
      Traffic traffic =
          new Traffic()
              .post(TRACK, "[{\"n\":\"hello\"}]")
              .post(TRACK, "[" + set + "," + echo.formatted(of) + "]");
      Case cell =
          new Case()
              .traffic(traffic)
              .types(named("hello", "POST"))
              .sentinel("hello", "crosscheck-s1", 1)
              .expect(atLeast(1, "hello", ""), nothingElse());
      if (of.equals("another")) {
        assertThat(mismatch(cell)).startsWith("something beside the messages");
      } else {
        assertThat(passed(cell)).isNotNull();
      }
    }
  }

  @Test
  void whatASentinelCausesInNoTypeIsSetAside() {
    for (String body :
        new String[] {"id=crosscheck%2Ds1", "Y3Jvc3NjaGVjay1zMS1sb25nLWVub3VnaA=="}) {
      String id = body.contains("%") ? "crosscheck-s1" : "crosscheck-s1-long-enough";
      Traffic traffic =
          new Traffic()
              .post(TRACK, ORDER)
              .post(TRACK, "{\"event\":\"" + id + "\"}")
              .post("https://api.acme.test/other", body);
      Case cell = new Case().traffic(traffic).sentinel("event", id, 1);
      assertThat(passed(cell.expect(atLeast(1, "event", ""), nothingElse()))).isNotNull();
    }
  }

  @Test
  void codeIsNothingThatThePartnerIsTold() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, ORDER)
            .get("https://api.acme.test/lib.js?v=1")
            .get("https://api.acme.test/other.js")
            .header("Sec-Fetch-Dest", "script")
            .get("https://cdn.acmecdn.test/config.json");
    assertThat(passed(new Case().traffic(traffic).expect(atLeast(1, "event", ""), nothingElse())))
        .isNotNull();
  }

  @Test
  void ambientMessagesCountOnlyBehindAShutGate() {
    Case cell =
        new Case()
            .types(
                type("event", "json").from("POST", "*", "/track").build(),
                type("beat", "json").from("POST", "*", "/beat").ambient().build())
            .traffic(new Traffic().post(TRACK, ORDER).post("https://api.acme.test/beat", "{}"));
    assertThat(passed(cell.expect(atLeast(1, "event", ""), nothingElse()))).isNotNull();
    cell.traffic(
        new Traffic()
            .get("https://shop.crosscheck.test/")
            .post("https://api.acme.test/beat", "{}"));
    assertThat(mismatch(cell.given(OFF).twin(twin(ORDER)).expect(nothingElse())))
        .startsWith("beat that nothing expects");
  }

  @Test
  void behindAShutGateTheTwinMustSpeak() {
    Case silent = silent().expect(exactly(0, "event", ""));
    assertThat(broken(silent))
        .isEqualTo("the gate is shut and there is no twin to show that the plugin would speak");
    Proof proof = passed(silent.twin(twin(ORDER)).silentFor(636));
    assertThat(proof.kind()).isEqualTo(Proof.Kind.TWIN);
    assertThat(proof.presenceOnly()).isFalse();
    assertThat(proof.words())
        .startsWith(
            "with the gate open the twin told the partner 1 event, at most 90 ms after Segment's"
                + " delivery; silent for 636 ms, nothing new for 500 ms, the page was left");
  }

  @Test
  void onlyWindowsBehindAShutGateNeedTheTwin() {
    Given asked =
        new Given(
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(
                new Consent(
                    Consent.Model.OPT_IN, Optional.empty(), List.of("Advertising"), List.of())));
    Case before =
        new Case()
            .given(asked)
            .step(Case.track("Order", "{}"))
            .window(0, 0, exactly(0, "event", ""))
            .step(new Step.Consent(Case.line(9), Map.of("Advertising", true)))
            .traffic(new Traffic().post(TRACK, ORDER))
            .expect(exactly(1, "event", ""));
    assertThat(broken(before))
        .isEqualTo("the gate is shut and there is no twin to show that the plugin would speak");
    assertThat(passed(before.twin(twin(ORDER))).kind()).isEqualTo(Proof.Kind.TWIN);
    Case after =
        new Case()
            .given(asked)
            .step(new Step.Consent(Case.line(7), Map.of("Advertising", true)))
            .window(0, 0, exactly(0, "profile", ""))
            .traffic(new Traffic().post(TRACK, ORDER))
            .expect(exactly(1, "event", ""));
    assertThat(passed(after).kind()).isEqualTo(Proof.Kind.SEALED);
  }

  @Test
  void aTwinThatIsSilentTooProvesNothing() {
    Case silent = silent();
    assertThat(broken(silent.twin(twin()).expect(exactly(0, "event", ""))))
        .isEqualTo("the twin is silent too: with the gate open, no event came either");
    assertThat(broken(silent.twin(twin()).expect(nothingElse())))
        .isEqualTo("the twin is silent too: with the gate open, the partner got no message either");
    assertThat(broken(silent.twin(twin(ORDER)).expect(exactly(0, "profile", ""))))
        .isEqualTo("the twin is silent too: with the gate open, no profile came either");
    assertThat(
            broken(
                silent
                    .twin(twin(ORDER))
                    .expect(requests(Times.NEVER, "POST", "*", "/engage", Map.of()))))
        .isEqualTo("the twin is silent too: with the gate open, no POST /engage came either");
    assertThat(passed(silent.twin(twin(ORDER)).expect(nothingElse()))).isNotNull();
    assertThat(
            passed(
                silent
                    .twin(twin(ORDER))
                    .expect(requests(Times.NEVER, "POST", "*", "/track", Map.of()))))
        .isNotNull();
  }

  @Test
  void aBrokenTwinProvesNothing() {
    Evidence twin = new Case().trouble(Trouble.harness("the browser died")).evidence();
    assertThat(broken(silent().twin(twin).expect(exactly(0, "event", ""))))
        .isEqualTo("the twin is broken: the browser died");
  }

  @Test
  void aTwinThatSaidNothingBesidesSentinelsIsSilent() {
    Evidence twin =
        new Case()
            .traffic(new Traffic().post(TRACK, SENTINEL))
            .sentinel("event", "crosscheck-s1", 0)
            .evidence();
    assertThat(broken(silent().twin(twin).expect(exactly(0, "event", ""))))
        .startsWith("the twin is silent too");
  }

  @Test
  void aMessageBehindAShutGateFailsWhateverTheTwinDid() {
    Case loud = new Case().given(OFF).traffic(new Traffic().post(TRACK, ORDER));
    assertThat(mismatch(loud.twin(twin()).expect(exactly(0, "event", ""))))
        .isEqualTo("event that must not come behind a shut gate | none | 1: exchange 1");
    assertThat(mismatch(loud.expect(segment(new Times(0, OptionalInt.empty()), "any", ""))))
        .isEqualTo("event behind a shut gate | no message to the partner | {\"event\":\"Order\"}");
    assertThat(failed(loud.expect(exactly(0, "profile", "")))).hasSize(1);
  }

  @Test
  void aScenarioMayExpectAMessageWhereTheGateIsNotHonoured() {
    Case loud = new Case().given(OFF).traffic(new Traffic().post(TRACK, ORDER));
    assertThat(passed(loud.expect(exactly(1, "event", "{'event': 'Order'}"))).kind())
        .isEqualTo(Proof.Kind.SEALED);
  }

  @Test
  void openClaimsBehindAShutGateNeedNoTwin() {
    Case cell =
        new Case()
            .given(OFF)
            .traffic(new Traffic().post(Case.SEGMENT, "{\"type\":\"track\",\"messageId\":\"m\"}"));
    assertThat(
            passed(cell.expect(segment(Times.AT_LEAST_ONCE, "track", "{'type': 'track'}"))).kind())
        .isEqualTo(Proof.Kind.SEEN);
  }

  private static Case silent() {
    return new Case().given(OFF).traffic(new Traffic().get("https://shop.crosscheck.test/"));
  }

  /** One step at 10 ms, then Segment's delivery and these events on the same 100 ms. */
  private static Evidence twin(String... events) {
    Traffic traffic = new Traffic().get("https://shop.crosscheck.test/").times(1, 2);
    for (String event : events) {
      traffic.post(TRACK, event).times(100, 110);
    }
    return new Case().traffic(traffic).expect(atLeast(1, "event", "")).evidence();
  }
}
