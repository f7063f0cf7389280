package dev.crosscheck.verdict;

import static dev.crosscheck.capture.Types.type;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.object;
import static dev.crosscheck.verdict.Case.track;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.match.Patterns;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Expectation.Arrival.Terms;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What more is asked of calls that arrive, and of texts that are sent. */
class ArrivalTermsTest {
  private static final Step.Track FIRST = track("First", "{'id': 'nd-1'}");
  private static final Step.Track SECOND = track("Second", "{'id': 'nd-2'}");
  private static final String ONE = "{'event': 'First', 'id': 'nd-1', 'user': 'u-1'}";
  private static final String TWO = "{'event': 'Second', 'id': 'nd-2', 'user': 'u-1'}";

  @Test
  void whatGoesWithACallIsThere() {
    assertThat(passed(sent(ONE).expect(with(List.of("u-1"), List.of(), FIRST)))).isNotNull();
    assertThat(mismatch(sent(ONE).expect(with(List.of("u-2"), List.of(), FIRST))))
        .isEqualTo("'track First' arrived without what goes with it | \"u-2\" | not there");
  }

  @Test
  void whatBelongsToAnotherIsNot() {
    assertThat(passed(sent(ONE).expect(with(List.of(), List.of("u-2"), FIRST)))).isNotNull();
    assertThat(mismatch(sent(ONE).expect(with(List.of(), List.of("u-1"), FIRST))))
        .startsWith(
            "'track First' arrived with what must not go with it | without \"u-1\" | it is there");
  }

  @Test
  void aVisitorIsKnownByTheIdThatTheSdkGave() {
    assertThat(passed(visitor("{'anonymousId': 'kept'}", "a-1"))).isNotNull();
    assertThat(mismatch(visitor("{'anonymousId': 'kept'}", "a-2")))
        .startsWith("'track First' arrived without its anonymousId | anonymousId = \"a-1\"");
    assertThat(mismatch(visitor("{'anonymousId': 'md5'}", "a-1")))
        .contains("anonymousId = \"a-1\" as md5");
  }

  @Test
  void aVisitorIsNotLookedForWherePluginYamlIsSilent() {
    assertThat(passed(visitor("{}", "a-2"))).isNotNull();
    assertThat(passed(visitor("{'anonymousId': 'dropped'}", "a-2"))).isNotNull();
    assertThat(passed(visitor("{'*': 'dropped', 'id': 'kept'}", "a-2"))).isNotNull();
  }

  private static Case visitor(String carries, String sent) {
    Traffic traffic =
        new Traffic()
            .post(
                Case.SEGMENT,
                object(
                        "{'type': 'track', 'event': 'First', 'anonymousId': 'a-1',"
                            + " 'properties': {'id': 'nd-1'}}")
                    .toString())
            .post(
                TRACK,
                object("{'event': 'First', 'id': 'nd-1', 'device': '" + sent + "'}").toString());
    Expectation visitor =
        new Expectation.Arrival(
            Case.line(14),
            Times.AT_LEAST_ONCE,
            List.of(FIRST),
            new Terms(List.of(), List.of(), false, OptionalInt.empty(), true));
    return new Case().step(FIRST).carries(carries).traffic(traffic).expect(visitor);
  }

  @Test
  void callsComeInTheirOrder() {
    Expectation inOrder =
        new Expectation.Arrival(
            Case.line(14),
            Times.exactly(1),
            List.of(FIRST, SECOND),
            new Terms(List.of(), List.of(), true, OptionalInt.empty(), false));

    assertThat(passed(sent(ONE, TWO).expect(inOrder))).isNotNull();
    assertThat(mismatch(sent(TWO, ONE).expect(inOrder)))
        .startsWith("'track Second' arrived before 'track First' | in the order of the calls");
  }

  @Test
  void whatWasMadeAtOnceHasNoOrder() {
    Expectation inOrder =
        new Expectation.Arrival(
            Case.line(14),
            Times.exactly(1),
            List.of(FIRST, SECOND),
            new Terms(List.of(), List.of(), true, OptionalInt.empty(), false));
    MessageType timed =
        type("event", "json", "each").from("POST", "*", "/track").time("time").build();
    String first = "{'event': 'First', 'id': 'nd-1', 'time': 1795230015250}";
    String second = "{'event': 'Second', 'id': 'nd-2', 'time': %d}";

    assertThat(passed(sent(second.formatted(1795230015250L), first).types(timed).expect(inOrder)))
        .isNotNull();
    assertThat(passed(sent(second.formatted(1795230015251L), first).types(timed).expect(inOrder)))
        .isNotNull();
    String batch = "[" + second.formatted(1795230015250L) + ", " + first + "]";
    assertThat(passed(sent(batch).types(timed).expect(inOrder))).isNotNull();
    assertThat(mismatch(sent(second.formatted(1795230015249L), first).types(timed).expect(inOrder)))
        .startsWith("'track Second' arrived before 'track First'");
  }

  @Test
  void triesComeToAnEnd() {
    Expectation twoTries =
        new Expectation.Arrival(
            Case.line(14),
            Times.AT_LEAST_ONCE,
            List.of(FIRST),
            new Terms(List.of(), List.of(), false, OptionalInt.of(2), false));

    assertThat(passed(sent(ONE, ONE).expect(twoTries))).isNotNull();
    assertThat(mismatch(sent(ONE, ONE, ONE).expect(twoTries)))
        .startsWith("'track First' was tried without end | at most 2 requests | 3 requests");
  }

  @Test
  void aTextIsSentToThePartner() {
    Expectation sends = new Expectation.Sends(Case.line(14), "u-1", Times.AT_LEAST_ONCE);

    assertThat(passed(sent(ONE).expect(sends))).isNotNull();
    assertThat(mismatch(sent("{'event': 'First', 'id': 'nd-1'}").expect(sends)))
        .isEqualTo("\"u-1\" is not in what the plugin sends | at least 1 | none of 1 has it");
    assertThat(mismatch(elsewhere().expect(sends))).contains("none of 1 has it");
  }

  @Test
  void orIsNot() {
    Expectation never = new Expectation.Sends(Case.line(14), "u-1", Times.NEVER);

    assertThat(passed(sent("{'event': 'First', 'id': 'nd-1'}").expect(never))).isNotNull();
    assertThat(mismatch(sent(ONE).expect(never)))
        .startsWith("\"u-1\" is in what the plugin sends | none | 1 request");
  }

  private static Case elsewhere() {
    Traffic traffic =
        new Traffic()
            .get("https://shop.crosscheck.test/?user=u-1")
            .post(TRACK, object("{'event': 'First', 'id': 'nd-1'}").toString());
    return new Case().step(FIRST).traffic(traffic);
  }

  private static Case sent(String... bodies) {
    Traffic traffic = new Traffic();
    for (String body : bodies) {
      traffic.post(TRACK, Patterns.json(body).toString());
    }
    return new Case().step(FIRST).step(SECOND).traffic(traffic);
  }

  private static Expectation with(List<String> with, List<String> without, Step.Call call) {
    return new Expectation.Arrival(
        Case.line(14),
        Times.AT_LEAST_ONCE,
        List.of(call),
        new Terms(with, without, false, OptionalInt.empty(), false));
  }
}
