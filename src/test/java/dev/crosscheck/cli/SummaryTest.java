package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.SampleRun;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.RowVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class SummaryTest {

  @Test
  void tellsEveryCellThatIsNotGreenAndTheTotals() {
    SampleRun run =
        new SampleRun()
            .passed("order-completed")
            .failed("revenue", SampleRun.wrongRevenue())
            .broken("alias", "chromedriver did not answer within 15 s")
            .failed("identify")
            .skipped("screen", "analytics-next has no screen")
            .plans("group");
    assertThat(text(run, false))
        .isEqualTo(
            """

            failed  chromium · mixpanel · mixpanel/revenue  revenue reaches Mixpanel
              no matching event on chromium (expectation at scenarios/mixpanel/revenue.yaml:9:5)
                expected: properties.revenue = 25.0
                actual:   properties.revenue = "25.0" (a string)
                nearest:  exchange 3 of 5, POST api-js.mixpanel.com/track
                evidence: out/cells/mixpanel/chromium/revenue/attempt-1/capture.har

            broken  chromium · mixpanel · mixpanel/alias  alias reaches Mixpanel
              chromedriver did not answer within 15 s
                evidence: out/cells/mixpanel/chromium/alias/attempt-2/capture.har

            failed  chromium · mixpanel · mixpanel/identify  identify reaches Mixpanel
              the bundle threw
                evidence: out/cells/mixpanel/chromium/identify/attempt-1/capture.har

            6 cells: 1 passed, 2 failed, 1 broken, 1 skipped, 1 not run in 41 s
            report: out/index.html""");
  }

  @Test
  void tellsTheRowsThatFailedEachOnce() {
    Mismatch revenue = SampleRun.wrongRevenue();
    String why = "no matching event: properties.revenue = \"25.0\" (a string)";
    SampleRun run =
        new SampleRun()
            .rows(
                "every-row",
                row("first", "failed", why + "; alone it fails too", revenue),
                row("second", "passed", ""),
                row("third", "failed", "track B was not acknowledged"));
    assertThat(text(run, false))
        .isEqualTo(
            """

            failed  chromium · mixpanel · mixpanel/every-row  every-row reaches Mixpanel
              2 of 3 rows failed
                evidence: out/cells/mixpanel/chromium/every-row/attempt-1/capture.har
              undeclared host on chromium
                expected: none
                actual:   one
              'first': no matching event on chromium\
             (expectation at scenarios/mixpanel/revenue.yaml:9:5)
                expected: properties.revenue = 25.0
                actual:   properties.revenue = "25.0" (a string)
                nearest:  exchange 3 of 5, POST api-js.mixpanel.com/track
                alone it fails too
                see:      https://docs.test/first
              'third': track B was not acknowledged
                see:      https://docs.test/third

            1 cell: 1 failed in 41 s
            report: out/index.html""");
  }

  @Test
  void tellsAHandfulOfManyRows() {
    RowVerdict[] rows = new RowVerdict[40];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("row " + i, i % 4 == 0 ? "failed" : "passed", "why");
    }
    assertThat(text(new SampleRun().rows("every-row", rows), false))
        .contains("\n  10 of 40 rows failed\n")
        .contains(
            "\n  'row 16': why\n    see:      https://docs.test/row 16\n  and 5 more rows\n\n")
        .doesNotContain("row 20");
  }

  @Test
  void saysOfABrokenCellHowManyOfItsRowsAre() {
    SampleRun run =
        new SampleRun()
            .broken(
                "every-row", "the browser died", row("a", "broken", "x"), row("b", "broken", "y"));
    assertThat(text(run, false))
        .contains("\n  the browser died\n    2 rows broken\n    evidence: ");
  }

  @Test
  void isShortWhereAllIsGreen() {
    SampleRun run = new SampleRun().passed("revenue").lasting(Duration.ofMillis(185_400));
    assertThat(text(run, false))
        .isEqualTo(
            """

            1 cell: 1 passed in 3 min 5 s
            report: out/index.html""");
  }

  @Test
  void saysWhatASuiteLacks() {
    SampleRun run = new SampleRun().requires("browser", "firefox").passed("revenue");
    assertThat(text(run, false))
        .contains(
            " in 41 s\nsuite: not full; browser firefox: not among the devices of this run\nreport: ");
  }

  @Test
  void doesNotLetCapturedBytesSteerTheTerminal() {
    Mismatch hostile =
        new Mismatch(
            "no matching event",
            Optional.empty(),
            "a\u009bb",
            "\u001b]0;owned\u0007\n::error::x\ry",
            Optional.empty(),
            OptionalInt.empty());
    assertThat(text(new SampleRun().failed("revenue", hostile), true))
        .contains("expected: a\\u009bb")
        .contains("actual:   \\u001b]0;owned\\u0007\n              \\u003a:error::x\\u000dy")
        .doesNotContain("\u001b]")
        .contains("\u001b[31mfailed\u001b[0m");
  }

  private static RowVerdict row(
      String name, String verdict, String reason, Mismatch... mismatches) {
    Optional<String> see = Optional.of("https://docs.test/" + name);
    return new RowVerdict(name, see, verdict, reason, List.of(mismatches));
  }

  private static String text(SampleRun run, boolean colours) {
    return new Summary(run.matrix(), "out")
        .lines().stream().map(line -> line.render(colours)).collect(Collectors.joining("\n"));
  }
}
