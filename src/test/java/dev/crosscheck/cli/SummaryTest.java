package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.SampleRun;
import dev.crosscheck.verdict.Mismatch;
import java.time.Duration;
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

  private static String text(SampleRun run, boolean colours) {
    return new Summary(run.matrix(), "out")
        .lines().stream().map(line -> line.render(colours)).collect(Collectors.joining("\n"));
  }
}
