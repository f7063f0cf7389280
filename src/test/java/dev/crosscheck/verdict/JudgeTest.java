package dev.crosscheck.verdict;

import static dev.crosscheck.capture.Types.type;
import static dev.crosscheck.verdict.Case.SPECTATOR;
import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.track;
import static dev.crosscheck.verdict.Expect.atLeast;
import static dev.crosscheck.verdict.Expect.exactly;
import static dev.crosscheck.verdict.Expect.nothingElse;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.failed;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
  private static final String ORDER = "{\"event\":\"Order\"}";
  private static final Expectation SEEN = atLeast(1, "event", "{'event': 'Order'}");

  @Test
  void sameEvidenceSameVerdict() {
    Case cell =
        good(new Traffic()
                .post(TRACK, ORDER)
                .post("https://b.test/", "")
                .post("http://a.test/", ""))
            .expect(exactly(0, "event", ""), nothingElse());
    Evidence evidence = cell.evidence();
    Judgement first = new Judge().judge(evidence);
    assertThat(first.verdict()).isInstanceOf(Verdict.Failed.class);
    for (int i = 0; i < 20; i++) {
      assertThat(new Judge().judge(evidence)).isEqualTo(first).hasToString(first.toString());
    }
  }

  @Test
  void aRequestToAnUndeclaredHostFailsAnyCell() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, ORDER)
            .request("OPTIONS", "https://evil.test/collect", Body.EMPTY)
            .header("Access-Control-Request-Method", "POST")
            .post("https://evil.test/collect", "jane@example.com");
    assertThat(failed(good(traffic)))
        .containsExactly(
            """
            a request to the undeclared host 'evil.test' on chromium
              expected: only hosts that plugin.yaml declares
              actual:   POST evil.test/collect with jane@example.com, 2 requests
              nearest:  exchange 3 of 3, POST evil.test/collect
              evidence: capture.har""");
  }

  @Test
  void tellsWhatAnUndeclaredHostWasToldWhereItCanBeRead() {
    assertThat(mismatch(good(new Traffic().post(TRACK, ORDER).get("https://evil.test/?e=jane"))))
        .endsWith(" | GET evil.test/ with e=jane");
    assertThat(
            mismatch(
                good(
                    new Traffic()
                        .post(TRACK, ORDER)
                        .post("https://evil.test/", new byte[] {(byte) 0xff, 0, 7}))))
        .endsWith(" | POST evil.test/ with 3 bytes");
    assertThat(
            mismatch(
                good(new Traffic().post(TRACK, ORDER).post("https://evil.test/", "a\u001b\nb\n"))))
        .endsWith(" | POST evil.test/ with a\\u001b\\u000ab");
  }

  @Test
  void aConnectionToAnUndeclaredHostFailsToo() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, ORDER)
            .attempt("evil.test", "refused: offline")
            .attempt("evil.test", "refused: offline")
            .attempt("api.acme.test", "refused: offline")
            .attempt("", "no handshake");
    assertThat(mismatch(good(traffic)))
        .isEqualTo(
            "a connection to the undeclared host 'evil.test'"
                + " | only hosts that plugin.yaml declares | refused: offline");
  }

  @Test
  void segmentTheHostPageAssetsAndNoiseAreDeclared() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, ORDER)
            .get("https://cdn.segment.com/x")
            .get("https://shop.crosscheck.test/")
            .get("https://cdn.acmecdn.test/x")
            .get("http://clients2.google.com/time");
    assertThat(passed(good(traffic))).isNotNull();
  }

  @Test
  void aRequestWithoutTlsFailsAnyCell() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, ORDER)
            .get("http://api.acme.test/pixel?a=1")
            .get("http://api.acme.test/pixel?a=2");
    assertThat(mismatch(good(traffic)))
        .isEqualTo("a request without TLS | https | http://api.acme.test/pixel?a=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mixed Content: The page at 'https://shop.crosscheck.test/' was loaded over HTTPS, but"
            + " requested an insecure XMLHttpRequest endpoint 'http://api.acme.test/x'. This"
            + " request has been blocked; the content must be served over HTTPS.",
        "Blocked loading mixed active content “http://api.acme.test/x”",
        "[blocked] The page at https://shop.crosscheck.test/ requested insecure content from"
            + " http://api.acme.test/x. This content was blocked and must be served over HTTPS."
      })
  void whatABrowserBlocksWasAskedForWithoutTls(String text) {
    Case cell = good(new Traffic().post(TRACK, ORDER)).console(line(text));
    assertThat(mismatch(cell))
        .startsWith("a request without TLS, which the browser blocked | https | http://api.acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mixed Content: The page at 'https://shop.crosscheck.test/' was loaded over HTTPS, but"
            + " requested an insecure element 'http://api.acme.test/x.gif'. This request was"
            + " automatically upgraded to HTTPS",
        "blocked http://api.acme.test/x by client",
        "Mixed Content: insecure 'http://clients2.google.com/x' has been blocked"
      })
  void otherWordsOnTheConsoleAreNoPlainRequest(String text) {
    assertThat(passed(good(new Traffic().post(TRACK, ORDER)).console(line(text)))).isNotNull();
  }

  @Test
  void whatCannotBeReadIsAMismatch() {
    Traffic traffic = new Traffic().post(TRACK, ORDER).post(TRACK, "oops");
    assertThat(mismatch(good(traffic)))
        .startsWith(
            "event cannot be read | what 'decode' of 'event' in plugin.yaml says"
                + " | at step 'json': not JSON");
    Case shared =
        good(traffic)
            .types(
                type("event", "json").from("POST", "*", "/track").build(),
                type("other", "json").from("POST", "*", "/track").build());
    assertThat(failed(shared)).hasSize(1);
  }

  @Test
  void aLibraryThatNobodyDeclaredIsAFinding() {
    Traffic traffic =
        new Traffic()
            .post(TRACK, ORDER)
            .get("https://cdn.acmecdn.test/lib.js")
            .status(404, new Header("X-Crosscheck", "undeclared-library"))
            .get("https://cdn.acmecdn.test/lib.js")
            .status(404, new Header("X-Crosscheck", "undeclared-library"))
            .get("https://cdn.acmecdn.test/gone.js")
            .status(404);
    assertThat(good(traffic).verdict().findings())
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple(
                "UndeclaredLibrary",
                "the plugin asks for 'https://cdn.acmecdn.test/lib.js', which nobody declares"));
  }

  @Test
  void anEventThatThePluginChangesForOthersFails() {
    Step step = track("Order", "{'revenue': 25.0, 'items': [{'id': 1}], 'none': null}");
    String same =
        "{\"type\":\"track\",\"messageId\":\"m1\",\"event\":\"Order\",\"properties\":"
            + "{\"none\":null,\"items\":[{\"id\":1}],\"revenue\":25,\"added\":true}}";
    assertThat(passed(spectated(step, same))).isNotNull();
    assertThat(mismatch(spectated(step, same.replace("25", "2500"))))
        .isEqualTo(
            "the event was changed for other destinations: track Order"
                + " | properties.revenue = 25.0 | properties.revenue = 2500");
    assertThat(mismatch(spectated(step, same.replace("\"id\":1", "\"id\":1,\"x\":2"))))
        .endsWith("properties.items[0].x is absent | properties.items[0].x = 2");
    assertThat(mismatch(spectated(step, same.replace("\"none\":null,", ""))))
        .endsWith("properties.none = null | properties.none is absent");
    assertThat(mismatch(spectated(step, same.replace("\"event\":\"Order\"", "\"event\":\"X\""))))
        .endsWith("event = \"Order\" | event = \"X\"");
    assertThat(passed(spectated(step, same.replace("m1", "m2").replace("25", "26")))).isNotNull();
  }

  @Test
  void traitsAreComparedWhereAnIdentifyHasThem() {
    Step step =
        new Step.Identify(
            Case.line(3), Optional.of("u1"), Case.object("{'email': 'a@b.c'}"), CallOptions.NONE);
    String event = "{\"messageId\":\"m1\",\"userId\":\"u1\",\"traits\":{\"email\":\"a@b.c\"}}";
    assertThat(passed(spectated(step, event))).isNotNull();
    assertThat(mismatch(spectated(step, event.replace("a@b.c", "hash"))))
        .endsWith("traits.email = \"a@b.c\" | traits.email = \"hash\"");
    assertThat(mismatch(spectated(step, event.replace("u1", "u2"))))
        .endsWith("userId = \"u1\" | userId = \"u2\"");
  }

  @Test
  void aCellThatCapturedNothingIsBroken() {
    assertThat(broken(new Case().expect(SEEN))).isEqualTo("nothing at all was captured");
    assertThat(new Case().evidence().capture()).isEqualTo(Capture.EMPTY);
  }

  @Test
  void aCellThatClaimsNothingIsNotGreen() {
    assertThat(broken(good(new Traffic().post(TRACK, ORDER)).expect()))
        .isEqualTo("the scenario claims nothing");
    assertThat(broken(good(new Traffic().post(TRACK, ORDER)).expect(atLeast(0, "event", ""))))
        .isEqualTo("the scenario claims nothing");
  }

  @Test
  void aStepThatIsAcknowledgedWithoutThePluginIsThePluginsFault() {
    Case cell = stuck(Optional.of(true), new Traffic().post(TRACK, ORDER));
    assertThat(failed(cell)).isEmpty();
    assertThat(cell.verdict().reason())
        .isEqualTo("'track Order' is not acknowledged; without the plugin it is");
    Case seen = stuck(Optional.of(true), new Traffic().post("https://evil.test/", ""));
    assertThat(failed(seen)).hasSize(1);
    Case never =
        new Case()
            .traffic(new Traffic().post(TRACK, ORDER))
            .trouble(new Trouble(Trouble.Kind.STEP, "load() threw x", Optional.of(true)));
    assertThat(never.verdict().reason())
        .isEqualTo("load() threw x; without the plugin the same steps are acknowledged");
  }

  @Test
  void aStepThatNothingAcknowledgesIsBroken() {
    assertThat(broken(stuck(Optional.of(false), new Traffic())))
        .isEqualTo("'track Order' is not acknowledged; nor is it without the plugin");
    assertThat(broken(stuck(Optional.empty(), new Traffic())))
        .isEqualTo(
            "'track Order' is not acknowledged; how it goes without the plugin is not known");
  }

  @Test
  void whatWasSeenBeforeACellBrokeIsAFinding() {
    Case cell = stuck(Optional.of(false), new Traffic().post("https://evil.test/", ""));
    assertThat(broken(cell)).isNotEmpty();
    assertThat(cell.verdict().findings())
        .extracting(Finding::toString)
        .containsExactly(
            "scenarios/acme/order.yaml:1:5: warning: a request to the undeclared host 'evil.test':"
                + " POST evil.test/ [SeenBeforeTheEnd]");
  }

  @Test
  void harnessTroubleAndInterruptionsAreBrokenWhateverWasSeen() {
    Traffic bad = new Traffic().post("https://evil.test/", "");
    assertThat(broken(good(bad).trouble(Trouble.harness("the browser died"))))
        .isEqualTo("the browser died");
    Trouble stopped = new Trouble(Trouble.Kind.INTERRUPTED, "SIGTERM", Optional.empty());
    assertThat(broken(good(bad).trouble(stopped))).isEqualTo("interrupted");
  }

  @Test
  void aWaitThatIsNotMetFailsAndSaysWhatCame() {
    Step.WaitUntil wait =
        new Step.WaitUntil(Case.line(6), "event", 1, Expect.pattern("{'event': 'Order'}"));
    Trouble trouble = new Trouble(Trouble.Kind.WAIT, "'wait' was not met", Optional.empty());
    Case cell =
        new Case().traffic(new Traffic().post(TRACK, "{\"event\":\"Other\"}")).stuck(wait, trouble);
    assertThat(cell.verdict().reason()).isEqualTo("'wait' was not met");
    assertThat(mismatch(cell))
        .isEqualTo("no matching event | event = \"Order\" | event = \"Other\"");
    Case late = new Case().traffic(new Traffic().post(TRACK, ORDER)).stuck(wait, trouble);
    assertThat(mismatch(late)).endsWith("came after the deadline");
  }

  @Test
  void windowsBeforeATroubleAreTold() {
    Case cell =
        new Case().traffic(new Traffic().post(TRACK, ORDER)).window(0, 1, exactly(0, "event", ""));
    cell.stuck(
        track("Order", "{}"),
        new Trouble(Trouble.Kind.STEP, "x is not acknowledged", Optional.of(true)));
    assertThat(mismatch(cell)).startsWith("event that must not come");
  }

  @Test
  void finalClaimsThatATroubleCutShortAreNotHeldAgainstThePlugin() {
    Trouble late = new Trouble(Trouble.Kind.STEP, "'track' is not acknowledged", Optional.of(true));
    Traffic traffic = new Traffic().post(TRACK, ORDER);
    assertThat(failed(good(traffic).expect(atLeast(2, "event", "")).troubleAtTheEnd(late)))
        .isEmpty();
    assertThat(mismatch(good(traffic).expect(exactly(0, "event", "")).troubleAtTheEnd(late)))
        .startsWith("event that must not come");
  }

  @Test
  void aKnownRedIsWaived() {
    for (String[] of : new String[][] {{"order", "*"}, {"acme/order", "chromium"}}) {
      Verdict verdict = bad().waived(of[0], of[1]).verdict();
      assertThat(verdict).isInstanceOf(Verdict.Waived.class);
      assertThat(verdict.reason()).isEqualTo("known (since 2026-01)");
      assertThat(((Verdict.Waived) verdict).mismatches()).hasSize(1);
    }
    assertThat(bad().waived("order", "firefox").verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(bad().waived("other", "*").verdict()).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void aNeedlessWaiverIsAFinding() {
    Verdict verdict = good(new Traffic().post(TRACK, ORDER)).waived("order", "*").verdict();
    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    assertThat(verdict.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "plugin.yaml: warning: 'acme/order' passes on 'chromium' without its waiver"
                + " [NeedlessWaiver]\n  hint: take the waiver away");
  }

  @Test
  void aWaiverHelpsNoBrokenCell() {
    Case cell = good(new Traffic()).trouble(Trouble.harness("died")).waived("order", "*");
    assertThat(broken(cell)).isEqualTo("died");
  }

  @Test
  void severalMismatchesAreCountedInTheReason() {
    Case cell = bad().expect(SEEN, atLeast(1, "profile", ""));
    assertThat(cell.verdict().reason()).endsWith("(and 1 more)");
  }

  @Test
  void longValuesAreCut() {
    String body = "{\"event\":\"" + "x".repeat(5000) + "\"}";
    for (Expectation expected : List.of(SEEN, nothingElse())) {
      assertThat(failed(good(new Traffic().post(TRACK, body)).expect(expected)).get(0))
          .hasSizeLessThan(700);
    }
  }

  @Test
  void aMismatchWithoutAPlaceNamesTheDeviceAlone() {
    Mismatch mismatch =
        new Mismatch(
            "x",
            Optional.of(SourceLocation.of("a.yaml")),
            "1",
            "2",
            Optional.empty(),
            OptionalInt.empty());
    assertThat(MismatchText.of(mismatch, "pixel", "r/capture.har"))
        .isEqualTo(
            "x on pixel (expectation at a.yaml)\n  expected: 1\n  actual:   2\n"
                + "  evidence: r/capture.har");
  }

  private static Case good(Traffic traffic) {
    return new Case().traffic(traffic).expect(SEEN);
  }

  private static Case bad() {
    return good(new Traffic().post(TRACK, "{\"event\":\"Other\"}"));
  }

  private static Case spectated(Step step, String event) {
    return good(new Traffic().post(TRACK, ORDER).post(SPECTATOR, event)).step(step, "m1");
  }

  private static Case stuck(Optional<Boolean> withoutPlugin, Traffic traffic) {
    Trouble trouble =
        new Trouble(Trouble.Kind.STEP, "'track Order' is not acknowledged", withoutPlugin);
    return good(traffic).stuck(track("Order", "{}"), trouble);
  }

  private static Observation.Line line(String text) {
    return new Observation.Line(Traffic.at(1), "warn", text, "", false);
  }
}
