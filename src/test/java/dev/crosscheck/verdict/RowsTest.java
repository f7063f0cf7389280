package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Case.TRACK;
import static dev.crosscheck.verdict.Case.track;
import static dev.crosscheck.verdict.Expect.always;
import static dev.crosscheck.verdict.Expect.atLeast;
import static dev.crosscheck.verdict.Expect.exactly;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.failed;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Expectation.Always.What;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A scenario that is a table of rows: each is judged by itself, and the cell takes the worst. */
class RowsTest {
  private static final Trouble STUCK =
      new Trouble(Trouble.Kind.STEP, "track B was not acknowledged", Optional.of(true));

  @Test
  void rowsThatAllPassAreAPassedCell() {
    Case cell = table("A", "B", "C");

    assertThat(passed(cell).words()).startsWith("3 expected came, 3 properties compared");
    assertThat(cell.told()).isEqualTo("a: passed\nb: passed\nc: passed");
    assertThat(cell.rows().get(1).see()).hasValue("https://docs.test/b");
  }

  @Test
  void aRedRowIsToldByItsNameAndLeavesTheOthersGreen() {
    Case cell = table("A", "C");

    assertThat(cell.verdict().reason()).startsWith("'b': no matching event: ");
    assertThat(failed(cell)).singleElement().asString().startsWith("'b': no matching event on");
    assertThat(cell.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "failed", "passed");
    RowVerdict red = cell.rows().get(1);
    assertThat(red.reason()).startsWith("no matching event: ");
    assertThat(red.mismatches()).extracting(Mismatch::what).containsExactly("no matching event");
    assertThat(new Judge().judge(cell.evidence()).failedRows()).containsExactly("b");
  }

  @Test
  void everyRedRowIsAMismatchOfTheCell() {
    Case cell = table("B");

    assertThat(cell.verdict().reason()).startsWith("'a': ").endsWith(" (and 1 more)");
    assertThat(failed(cell)).hasSize(2);
    assertThat(cell.rows().get(0).reason()).doesNotContain("more");
  }

  @Test
  void whatTheScenarioItselfExpectsIsNoRows() {
    Case cell = table("A", "B", "C").expect(exactly(1, "profile", ""));

    assertThat(mismatch(cell)).startsWith("no profile | at least 1");
    assertThat(cell.told()).isEqualTo("a: passed\nb: passed\nc: passed");
  }

  @Test
  void aKnownRedRowIsWaivedAndAGreenOneNeedsNoWaiver() {
    Case cell = table("A", "C").waivedRow("order", "b");

    assertThat(cell.verdict()).isInstanceOf(Verdict.Waived.class);
    assertThat(cell.verdict().reason()).isEqualTo("'b': known (since 2026-01)");
    assertThat(cell.verdict().mismatches())
        .extracting(Mismatch::what)
        .containsExactly("'b': no matching event");
    assertThat(cell.told()).isEqualTo("a: passed\nb: waived: known (since 2026-01)\nc: passed");

    Case green = table("A", "B", "C").waivedRow("order", "b");
    assertThat(passed(green)).isNotNull();
    assertThat(green.verdict().findings())
        .extracting(Finding::message)
        .containsExactly("'acme/order: b' passes on 'chromium' without its waiver");
  }

  @Test
  void aWaivedRowHidesNoOther() {
    Case cell = table("A").waivedRow("acme/order", "b");

    assertThat(failed(cell)).singleElement().asString().startsWith("'c': no matching event");
    assertThat(cell.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "waived", "failed");
  }

  @Test
  void aWaiverOfTheWholeScenarioWaivesTheCellAndTellsTheRowsAsTheyAre() {
    Case cell = table("A", "C").waived("order", "*");

    assertThat(cell.verdict()).isInstanceOf(Verdict.Waived.class);
    assertThat(cell.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "failed", "passed");
  }

  @Test
  void aRowThatTheDeviceHasNothingLikeIsSkippedWithItsReason() {
    Case cell = table("A", "B", "C").skippedRow("d", "there is no 'screen' on the web");

    assertThat(passed(cell)).isNotNull();
    assertThat(cell.told()).endsWith("\nd: skipped: there is no 'screen' on the web");
  }

  @Test
  void theWaiverOfASkippedRowIsNeitherUsedNorNeedless() {
    Case cell = table("A", "B", "C").skippedRow("d", "why").waivedRow("order", "d");

    assertThat(passed(cell)).isNotNull();
    assertThat(cell.verdict().findings()).isEmpty();
    assertThat(cell.told()).endsWith("\nd: skipped: why");
  }

  @Test
  void whatAPluginDoesNotDoMustBeSilent() {
    Case cell =
        table("A", "B", "C")
            .unsupportedRow("d", track("D", "{}"), "no D here", exactly(0, "profile", ""));
    assertThat(passed(cell)).isNotNull();
    assertThat(cell.told()).endsWith("\nd: unsupported: no D here");

    Case loud =
        table("A", "B", "C")
            .unsupportedRow(
                "d", track("D", "{}"), "no D here", exactly(0, "event", "{'event': 'A'}"));
    assertThat(mismatch(loud)).startsWith("'d': matching event that must not come");
    assertThat(loud.rows().get(3).verdict()).isEqualTo("failed");
  }

  @Test
  void aCellWhoseRowsAreAllUnsupportedIsUnsupported() {
    Case cell =
        new Case()
            .traffic(new Traffic().get("https://shop.crosscheck.test/"))
            .skippedRow("s", "not here")
            .unsupportedRow("a", track("A", "{}"), "no A here", exactly(0, "event", ""))
            .unsupportedRow("b", track("B", "{}"), "no B here", exactly(0, "event", ""));

    assertThat(cell.verdict()).isInstanceOf(Verdict.Unsupported.class);
    assertThat(cell.verdict().reason()).isEqualTo("no A here");
    assertThat(cell.told())
        .isEqualTo("s: skipped: not here\na: unsupported: no A here\nb: unsupported: no B here");
  }

  @Test
  void whatEveryCellClaimsFailsTheRowThatSpeaksOfItAndOnlyThere() {
    Case cell = table(new Traffic().post("https://evil.test/", "x"), "A", "B", "C");
    assertThat(mismatch(cell)).startsWith("a request to the undeclared host 'evil.test'");

    cell.row("hosts", here -> {}, always(What.DECLARED_HOSTS))
        .row("tls", here -> {}, always(What.TLS));
    assertThat(mismatch(cell)).startsWith("'hosts': a request to the undeclared host 'evil.test'");
    assertThat(cell.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "passed", "passed", "failed", "passed");
  }

  @Test
  void aWindowBelongsToItsRowAndSeesWhatCameSinceTheLast() {
    Traffic traffic = new Traffic().post(TRACK, event("A")).post(TRACK, event("B"));
    Case cell =
        new Case()
            .traffic(traffic)
            .row("a", here -> here.step(track("A", "{}")).window(0, 1, sees("A")), sees("A"))
            .row(
                "b",
                here ->
                    here.step(track("B", "{}"))
                        .window(1, 2, sees("B"), exactly(0, "event", "{'event': 'A'}")));
    assertThat(passed(cell)).isNotNull();

    cell.row("c", here -> here.window(2, 2, sees("B")), sees("B"));
    assertThat(mismatch(cell)).startsWith("'c': no matching event");
    assertThat(cell.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "passed", "failed");
  }

  @Test
  void aWindowThatWasNotReachedBreaksItsRowAlone() {
    Case cell =
        table("A", "B", "C")
            .row(
                "d",
                here -> here.step(new Step.Expect(Case.line(30), List.of(sees("A")))),
                sees("A"));

    assertThat(broken(cell))
        .isEqualTo("the window at scenarios/acme/order.yaml:30:5 was not reached");
    assertThat(cell.told())
        .isEqualTo(
            "a: passed\nb: passed\nc: passed\n"
                + "d: broken: the window at scenarios/acme/order.yaml:30:5 was not reached");
  }

  @Test
  void whatIsNotSettledBreaksTheRowsThatClaimNoMore() {
    Case cell =
        table("A", "B", "C")
            .row("d", track("D", "{}"), exactly(0, "event", "{'event': 'D'}"))
            .unsettled();

    assertThat(broken(cell)).startsWith("nothing shows that no more would come");
    assertThat(cell.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "passed", "passed", "broken");
  }

  @Test
  void theRowInWhichASessionEndedTellsWhyAndNoOtherIsJudged() {
    Case cell =
        new Case()
            .traffic(new Traffic().post(TRACK, event("A")))
            .step(new Step.Flush(Case.line(2)))
            .row("a", track("A", "{}"), sees("A"))
            .row("b", here -> here.stuck(track("B", "{}"), STUCK), sees("B"))
            .skippedRow("d", "not here");

    String why = "track B was not acknowledged; without the plugin it is";
    assertThat(cell.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(cell.verdict().reason()).isEqualTo(why);
    assertThat(cell.told())
        .isEqualTo(
            "a: broken: the session ended before this could be judged\nb: failed: "
                + why
                + "\nd: skipped: not here");
  }

  @Test
  void aRowWhoseCallsWaitedToBeAcknowledgedIsNotWhereTheSessionEnded() {
    Case cell =
        new Case()
            .traffic(new Traffic().post(TRACK, event("A")))
            .row("a", here -> here.queued(track("A", "{}")), sees("A"))
            .row("b", here -> here.stuck(track("B", "{}"), STUCK), sees("B"));

    assertThat(cell.told())
        .isEqualTo(
            "a: broken: the session ended before this could be judged\n"
                + "b: failed: track B was not acknowledged; without the plugin it is");
  }

  @Test
  void aSessionThatBrokeInARowBreaksItInTheSameWords() {
    Case cell =
        new Case()
            .traffic(new Traffic().post(TRACK, event("A")))
            .row("a", track("A", "{}"), sees("A"))
            .row(
                "b",
                here -> here.stuck(track("B", "{}"), Trouble.harness("the browser died")),
                sees("B"));

    assertThat(broken(cell)).isEqualTo("the browser died");
    assertThat(cell.told())
        .isEqualTo(
            "a: broken: the session ended before this could be judged\nb: broken: the browser died");
  }

  @Test
  void aSessionThatBrokeAfterAllRowsIsNoRows() {
    Case cell = table("A", "B", "C").trouble(Trouble.harness("the browser died"));

    assertThat(broken(cell)).isEqualTo("the browser died");
    assertThat(cell.rows())
        .extracting(RowVerdict::reason)
        .containsOnly("the session ended before this could be judged");
  }

  @Test
  void aRedRowTellsWhatCameOfItAlone() {
    Case cell = table("A", "C");

    assertThat(cell.alone(alone("B")).rows().get(1).reason())
        .startsWith("no matching event: ")
        .endsWith("; alone it passes: it fails only after 'a'");
    assertThat(cell.verdict()).as("it stays red").isInstanceOf(Verdict.Failed.class);
    assertThat(cell.alone(alone()).rows().get(1).reason()).endsWith("; alone it fails too");
    assertThat(
            cell.alone(row("b", "B").trouble(Trouble.harness("the browser died")).evidence())
                .rows()
                .get(1)
                .reason())
        .endsWith("; alone it is broken");
  }

  @Test
  void aRowThatIsNotRedSaysNothingOfItselfAlone() {
    assertThat(table("A", "B", "C").alone(alone()).rows().get(1).reason()).isEmpty();
  }

  @Test
  void theFirstRowFailsForNoRowBeforeIt() {
    Case first =
        table("B", "C")
            .alone(row("a", "A").traffic(new Traffic().post(TRACK, event("A"))).evidence());

    assertThat(first.rows().get(0).reason())
        .endsWith("; alone it passes: it fails only where other rows are performed");
  }

  @Test
  void ofManyRowsBeforeARedOneTheLastAreNamed() {
    Case cell = new Case().traffic(new Traffic().get("https://shop.crosscheck.test/"));
    for (String name : List.of("a", "c", "d", "e", "f")) {
      cell.row(name, new Step.Flush(Case.line(5)), exactly(0, "event", ""));
    }
    cell.row("b", track("B", "{}"), sees("B")).alone(alone("B"));

    assertThat(cell.rows().get(5).reason())
        .endsWith("; alone it passes: it fails only after 'd', 'e', 'f' and 2 more rows");
  }

  @Test
  void aRowThatStoppedTheSessionTellsWhatCameOfItAloneToo() {
    Case cell =
        new Case()
            .traffic(new Traffic().post(TRACK, event("A")))
            .row("a", track("A", "{}"), sees("A"))
            .row("b", here -> here.stuck(track("B", "{}"), STUCK), sees("B"))
            .alone(alone("B"));

    assertThat(cell.rows().get(1).reason())
        .isEqualTo(
            "track B was not acknowledged; without the plugin it is"
                + "; alone it passes: it fails only after 'a'");
  }

  /** The rows a, b and c, each of which sends an event of its name; these events came. */
  private static Case table(String... came) {
    return table(new Traffic(), came);
  }

  private static Case table(Traffic traffic, String... came) {
    for (String name : came) {
      traffic.post(TRACK, event(name));
    }
    return new Case()
        .traffic(traffic)
        .row("a", track("A", "{}"), sees("A"))
        .row("b", track("B", "{}"), sees("B"))
        .row("c", track("C", "{}"), sees("C"));
  }

  /** The row b by itself; these events came. */
  private static Evidence alone(String... came) {
    Traffic traffic = new Traffic().get("https://shop.crosscheck.test/");
    for (String name : came) {
      traffic.post(TRACK, event(name));
    }
    return row("b", "B").traffic(traffic).evidence();
  }

  private static Case row(String name, String event) {
    return new Case()
        .traffic(new Traffic().get("https://shop.crosscheck.test/"))
        .row(name, track(event, "{}"), sees(event));
  }

  private static Expectation sees(String event) {
    return atLeast(1, "event", "{'event': '" + event + "'}");
  }

  private static String event(String name) {
    return "{\"event\":\"" + name + "\"}";
  }
}
