package dev.crosscheck.verdict;

import static dev.crosscheck.capture.Types.type;
import static dev.crosscheck.verdict.Case.ENGAGE;
import static dev.crosscheck.verdict.Case.SEGMENT;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Expect.atLeast;
import static dev.crosscheck.verdict.Expect.exactly;
import static dev.crosscheck.verdict.Expect.only;
import static dev.crosscheck.verdict.Expect.requests;
import static dev.crosscheck.verdict.Expect.segment;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.failed;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.match.Patterns;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MessageClaimsTest {
  private static final String ORDER = "{\"event\":\"Order\",\"properties\":{\"revenue\":25.0}}";
  private static final String TEXT = "{\"event\":\"Order\",\"properties\":{\"revenue\":\"25.0\"}}";
  private static final String MATCH = "{'event': 'Order', 'properties': {'revenue': 25.0}}";

  @Test
  void aMessageThatMatchesIsSeen() {
    Proof proof = passed(cell(ORDER).expect(atLeast(1, "event", MATCH)));
    assertThat(proof.kind()).isEqualTo(Proof.Kind.SEEN);
    assertThat(proof.presenceOnly()).isFalse();
    assertThat(proof.words()).startsWith("1 expected came, 2 properties compared");
  }

  @Test
  void aMismatchReadsAsItShould() {
    assertThat(failed(cell(TEXT).expect(atLeast(1, "event", MATCH))))
        .containsExactly(
            """
            no matching event on chromium (expectation at scenarios/acme/order.yaml:9:5)
              expected: properties.revenue = 25.0
              actual:   properties.revenue = "25.0" (a string)
              nearest:  exchange 1 of 1, POST api.acme.test/track
              evidence: capture.har""");
  }

  @Test
  void theReasonIsOneLine() {
    assertThat(cell(TEXT).expect(atLeast(1, "event", MATCH)).verdict().reason())
        .isEqualTo("no matching event: properties.revenue = \"25.0\" (a string)");
  }

  @Test
  void theNearestHasTheFewestDifferences() {
    Case cell = cell("{\"event\":\"Other\",\"properties\":{}}", TEXT, "{\"x\":1}");
    assertThat(failed(cell.expect(atLeast(1, "event", MATCH))).get(0))
        .contains("nearest:  exchange 2 of 3", "actual:   properties.revenue = \"25.0\"");
  }

  @Test
  void oneOfAnotherNameIsFartherThanOneWithOtherProperties() {
    Case cell =
        cell(
            "{\"event\":\"Other\",\"properties\":{\"plan\":\"pro\",\"user\":\"u-1\"}}",
            "{\"event\":\"Order\",\"properties\":{\"plan\":\"free\",\"user\":\"u-2\"}}");
    String match = "{'event': 'Order', 'properties': {'plan': 'pro', 'user': 'u-1'}}";

    assertThat(failed(cell.expect(atLeast(1, "event", match))).get(0))
        .contains("nearest:  exchange 2 of 2", "actual:   properties.plan = \"free\"");
  }

  @Test
  void whereNoneCameTheWordsSayWhatDid() {
    Case cell = new Case().traffic(new Traffic().post(ENGAGE, "{}").post(ENGAGE, "{}"));
    assertThat(mismatch(cell.expect(atLeast(1, "event", MATCH))))
        .isEqualTo("no matching event | at least 1 | none came; the partner got 2 profile");
    Case silent = new Case().traffic(new Traffic().get("https://shop.crosscheck.test/"));
    assertThat(mismatch(silent.expect(atLeast(1, "event", ""))))
        .isEqualTo("no event | at least 1 | none came; the partner got no message at all");
  }

  @Test
  void tooFewIsAMismatch() {
    Case cell = cell(ORDER, TEXT).expect(atLeast(2, "event", MATCH));
    assertThat(failed(cell).get(0))
        .startsWith("matching event came 1 of 2 times")
        .contains("1: exchange 1; properties.revenue = \"25.0\" (a string) in another")
        .contains("nearest:  exchange 2 of 2");
    assertThat(passed(cell(ORDER, ORDER).expect(atLeast(2, "event", MATCH)))).isNotNull();
  }

  @Test
  void tooManyIsAMismatchWhereverItComes() {
    Case cell = cell(ORDER, ORDER).leftAt(150).expect(exactly(1, "event", MATCH));
    assertThat(failed(cell))
        .containsExactly(
            """
            matching event came 2 times where at most 1 may come on chromium \
            (expectation at scenarios/acme/order.yaml:9:5)
              expected: at most 1
              actual:   2: exchanges 1, 2; the surplus came when the page was left
              nearest:  exchange 2 of 2, POST api.acme.test/track
              evidence: capture.har""");
  }

  @Test
  void tellsThatOneExchangeBroughtThemAll() {
    String two = "[" + ORDER + "," + ORDER + "]";
    assertThat(mismatch(cell(two).expect(exactly(1, "event", MATCH))))
        .endsWith("| at most 1 | 2: both in exchange 1");
    assertThat(mismatch(cell("[" + ORDER + "," + ORDER + "," + ORDER + "]").expect(none())))
        .endsWith("| none | 3: all in exchange 1");
    assertThat(mismatch(cell(ORDER, two).expect(none()))).endsWith("| none | 3: exchanges 1, 2");
  }

  private static Expectation none() {
    return exactly(0, "event", "");
  }

  @Test
  void tooManyFailsWithoutAnySeal() {
    assertThat(mismatch(cell(ORDER, ORDER).unsettled().expect(exactly(1, "event", MATCH))))
        .startsWith("matching event came 2 times");
    assertThat(mismatch(cell(ORDER, ORDER).shortfall("x").expect(exactly(1, "event", MATCH))))
        .startsWith("matching event came 2 times");
  }

  @Test
  void countsOnlyWhatMatches() {
    Proof proof = passed(cell(ORDER, TEXT).expect(exactly(1, "event", MATCH)));
    assertThat(proof.kind()).isEqualTo(Proof.Kind.SEALED);
  }

  @Test
  void absenceFailsWhereOneCame() {
    assertThat(mismatch(cell(ORDER).expect(exactly(0, "event", ""))))
        .isEqualTo("event that must not come | none | 1: exchange 1");
    assertThat(passed(cell(ORDER).expect(exactly(0, "profile", ""))).presenceOnly()).isFalse();
  }

  @Test
  void onlyAllowsNothingElseOfTheType() {
    assertThat(mismatch(cell(ORDER, TEXT).expect(only("event", MATCH))))
        .isEqualTo(
            "another event than expected | properties.revenue = 25.0"
                + " | properties.revenue = \"25.0\" (a string)");
    Case others = new Case().traffic(new Traffic().post(TRACK, ORDER).post(ENGAGE, "{}"));
    assertThat(passed(others.expect(only("event", MATCH))).kind()).isEqualTo(Proof.Kind.SEALED);
  }

  @Test
  void aMessageHeldUntilThePageIsLeftFails() {
    Case cell = cell(ORDER).leftAt(50).expect(atLeast(1, "event", MATCH));
    assertThat(failed(cell))
        .containsExactly(
            """
            no matching event in time on chromium (expectation at scenarios/acme/order.yaml:9:5)
              expected: at least 1 before the page was left
              actual:   came only when the page was left
              nearest:  exchange 1 of 1, POST api.acme.test/track
              evidence: capture.har""");
  }

  @Test
  void aLaneThatIsDeclaredToLeaveMayComeByLeaving() {
    Case cell =
        cell(ORDER)
            .types(type("event", "json").from("POST", "*", "/track").leaving().build())
            .leftAt(50)
            .expect(atLeast(1, "event", MATCH));
    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void aRetryMayComeByLeavingLikeTheFirstTry() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).status(500).post(TRACK, ORDER);
    Case cell =
        new Case()
            .traffic(traffic)
            .types(type("event", "json").from("POST", "*", "/track").leaving().build())
            .leftAt(50)
            .expect(requests(new Times(2, OptionalInt.empty()), "POST", "*", "/track", Map.of()));
    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void aRetryIsNoDoubleSend() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).status(500).post(TRACK, ORDER);
    assertThat(passed(new Case().traffic(traffic).expect(exactly(1, "event", MATCH)))).isNotNull();
  }

  @Test
  void valuesOfAFormCompareAsText() {
    Case cell =
        new Case()
            .types(type("event", "form *").from("POST", "*", "/track").build())
            .traffic(new Traffic().post(TRACK, "revenue=25.00&ok=true"));
    assertThat(passed(cell.expect(atLeast(1, "event", "{'revenue': 25, 'ok': true}")))).isNotNull();
  }

  @Test
  void theQueryOfARequestIsTextWhateverTheBodyIs() {
    Case cell = new Case().traffic(new Traffic().post(TRACK + "?ip=1", ORDER));
    assertThat(
            passed(
                cell.expect(
                    atLeast(1, "event", "{'event': 'Order', '$request': {'query': {'ip': 1}}}"))))
        .isNotNull();
    assertThat(mismatch(cell.expect(atLeast(1, "event", "{'$request': {'query': {'ip': 2}}}"))))
        .isEqualTo(
            "no matching event | $request.query.ip = 2 | $request.query.ip = \"1\" (a string)");
    String inside = "{'$request': {'envelope': {'properties': {'revenue': '25.0'}}}}";
    assertThat(mismatch(cell.expect(atLeast(1, "event", inside))))
        .endsWith("$request.envelope.properties.revenue = 25.0 (a number)");
  }

  @Test
  void referencesReachSegmentAndOtherMessages() {
    Traffic traffic =
        new Traffic()
            .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"m\",\"anonymousId\":\"anon\"}")
            .post(ENGAGE, "{\"id\":7}")
            .post(TRACK, "{\"device\":\"anon\",\"profile\":7}");
    Pattern device = text(new Pattern.Reference("segment", -1, "anonymousId"));
    Pattern profile = text(new Pattern.Reference("profile", 0, "id"));
    Pattern nothing = text(new Pattern.Reference("profile", 1, "id"));
    Case cell = new Case().traffic(traffic);
    assertThat(passed(cell.expect(expecting("device", device), expecting("profile", profile))))
        .isNotNull();
    assertThat(mismatch(cell.expect(expecting("profile", nothing))))
        .contains("unknown: nothing came that ${profile[1].id} refers to");
  }

  @Test
  void theLatestReferredToIsTheLatestOfItsWindow() {
    Traffic traffic =
        new Traffic()
            .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"1\",\"anonymousId\":\"a\"}")
            .post(TRACK, "{\"device\":\"a\"}")
            .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"2\",\"anonymousId\":\"b\"}")
            .post(TRACK, "{\"device\":\"b\"}");
    Pattern latest = text(new Pattern.Reference("segment", -1, "anonymousId"));
    Case cell =
        new Case()
            .traffic(traffic)
            .window(0, 2, expecting("device", latest))
            .window(2, 4, expecting("device", latest))
            .expect(atLeast(2, "event", ""));
    assertThat(passed(cell)).isNotNull();
  }

  @Test
  void presenceAloneIsMarked() {
    assertThat(passed(cell(ORDER).expect(atLeast(1, "event", ""))).presenceOnly()).isTrue();
    Expectation any = expecting("event", new Pattern.AnyValue());
    assertThat(passed(cell(ORDER).expect(any)).presenceOnly()).isTrue();
    assertThat(passed(cell(ORDER).expect(any, atLeast(1, "event", MATCH))).presenceOnly())
        .isFalse();
  }

  @Test
  void rawRequestsMatchOnQueryHeadersAndBody() {
    Traffic traffic = new Traffic().post(TRACK + "?v=2", ORDER).header("X-Key", "k");
    Case cell = new Case().traffic(traffic);
    Map<String, Pattern> match =
        Map.of(
            "query", Patterns.pattern("{'v': 2}"),
            "headers", Patterns.pattern("{'x-key': 'k'}"),
            "body", Patterns.pattern("{'properties': {'revenue': 25}}"));
    Expectation hit = requests(Times.exactly(1), "POST", "*", "/track*", match);
    Proof proof = passed(cell.expect(hit));
    assertThat(proof.words()).contains("3 properties compared");
    Map<String, Pattern> text =
        Map.of("body", Patterns.pattern("{'properties': {'revenue': '25'}}"));
    assertThat(mismatch(cell.expect(requests(Times.exactly(1), "POST", "*", "/track*", text))))
        .isEqualTo(
            "no matching request | body.properties.revenue = \"25\""
                + " | body.properties.revenue = 25.0 (a number)");
  }

  @Test
  void rawRequestsMatchOnTheUrlAsItWasSent() {
    Traffic traffic = new Traffic().get("https://api.acme.test/hit?a=1&em=jane%40example.com");
    Expectation plain =
        requests(
            Times.NEVER, "*", "*", "/*", Map.of("url", new Pattern.Regex("jane(@|%40)example")));
    assertThat(mismatch(new Case().traffic(traffic).expect(plain)))
        .isEqualTo("matching request that must not come | none | 1: exchange 1");
    Traffic hashed = new Traffic().get("https://api.acme.test/hit?a=1&em=8c87b489");
    assertThat(passed(new Case().traffic(hashed).expect(plain))).isNotNull();
  }

  @Test
  void aRequestWithoutHostIsOneToThePartner() {
    Traffic traffic = new Traffic().post("https://shop.crosscheck.test/track", ORDER);
    assertThat(
            mismatch(
                new Case()
                    .traffic(traffic)
                    .expect(requests(Times.AT_LEAST_ONCE, "POST", "*", "/track", Map.of()))))
        .startsWith("no request | at least 1 | none came");
    assertThat(
            passed(
                new Case()
                    .traffic(traffic)
                    .expect(
                        requests(
                            Times.AT_LEAST_ONCE,
                            "POST",
                            "shop.crosscheck.test",
                            "/track",
                            Map.of()))))
        .isNotNull();
  }

  @Test
  void deliveriesToSegmentAreCounted() {
    String delivery = "{\"type\":\"track\",\"messageId\":\"m\",\"event\":\"Order\"}";
    Traffic traffic =
        new Traffic()
            .post(SEGMENT, delivery)
            .status(500)
            .post(SEGMENT, delivery + " ")
            .post("https://api.segment.io/v1/m", "{\"series\":[]}")
            .post(
                "https://api.segment.io/v1/batch",
                "{\"batch\":[{\"type\":\"page\",\"messageId\":\"n\"}]}");
    Case cell = new Case().traffic(traffic);
    assertThat(passed(cell.expect(segment(Times.exactly(1), "track", "{'event': 'Order'}"))))
        .isNotNull();
    assertThat(passed(cell.expect(segment(Times.exactly(2), "any", "")))).isNotNull();
    assertThat(mismatch(cell.expect(segment(Times.exactly(0), "page", ""))))
        .startsWith("page to Segment that must not come");
    assertThat(mismatch(cell.expect(segment(Times.AT_LEAST_ONCE, "group", ""))))
        .startsWith("no group to Segment");
  }

  @Test
  void aWindowSeesItsOwnExchangesAlone() {
    Case cell =
        cell(ORDER, ORDER)
            .window(0, 1, exactly(1, "event", MATCH))
            .window(1, 2, exactly(1, "event", MATCH))
            .expect(exactly(2, "event", MATCH));
    assertThat(passed(cell).words()).contains("window at step 1: ", "window at step 2: ");
    assertThat(
            mismatch(
                cell(ORDER, ORDER)
                    .window(1, 2, exactly(0, "event", ""))
                    .expect(atLeast(1, "event", MATCH))))
        .isEqualTo("event that must not come | none | 1: exchange 2");
  }

  @Test
  void aWindowWithAClosedClaimMustBeSettledItself() {
    Case cell =
        cell(ORDER)
            .unsettledWindow(0, 1, exactly(1, "event", MATCH))
            .expect(atLeast(1, "event", MATCH));
    assertThat(broken(cell)).startsWith("nothing shows that no more would come");
  }

  @Test
  void aWindowThatWasNotReachedIsBroken() {
    Case cell = cell(ORDER);
    cell.step(new Step.Expect(Case.line(8), List.of()));
    assertThat(broken(cell.expect(atLeast(1, "event", MATCH))))
        .isEqualTo("the window at scenarios/acme/order.yaml:8:5 was not reached");
  }

  private static Case cell(String... events) {
    Traffic traffic = new Traffic();
    for (String event : events) {
      traffic.post(TRACK, event);
    }
    return new Case().traffic(traffic);
  }

  private static Pattern text(Pattern.Part part) {
    return new Pattern.Text(List.of(part));
  }

  private static Expectation.Messages expecting(String field, Pattern pattern) {
    return new Expectation.Messages(
        Case.line(9),
        "event",
        Times.AT_LEAST_ONCE,
        false,
        Optional.of(Patterns.field(field, pattern)));
  }
}
