package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.terminal.PrintedScreen;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.support.SampleRun;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private final Printed printed = new Printed();

  @Test
  void leavesALineForEveryCellWhereNobodyWatches() {
    SampleRun run =
        new SampleRun()
            .without("firefox", "no Firefox on PATH", "apt-get install firefox-esr")
            .passed("order-completed")
            .failed("revenue", SampleRun.wrongRevenue())
            .skipped("screen", "analytics-next has no screen");
    play(run);
    assertThat(printed.text())
        .isEqualTo(
            """
            firefox is not available: no Firefox on PATH (apt-get install firefox-esr)
            3 cells: 1 plugin, 3 scenarios, 2 devices
            passed       chromium · mixpanel · mixpanel/order-completed  1.2 s
            failed       chromium · mixpanel · mixpanel/revenue  1.2 s  no matching event
            skipped      chromium · mixpanel · mixpanel/screen  0.0 s  analytics-next has no screen
            """);
  }

  @Test
  void saysWhatTheRowsOfACellComeTo() {
    RowVerdict green = new RowVerdict("a", Optional.empty(), "passed", "", List.of());
    RowVerdict red = new RowVerdict("b", Optional.empty(), "failed", "why", List.of());
    RowVerdict not = new RowVerdict("c", Optional.empty(), "skipped", "why", List.of());
    play(
        new SampleRun()
            .rows("red", green, red, not)
            .with("green", new Verdict.Passed(SampleRun.SEEN, List.of()), 1, green, green)
            .with("less", new Verdict.Passed(SampleRun.SEEN, List.of()), 1, green, not));
    assertThat(printed.text())
        .endsWith(
            """
            failed       chromium · mixpanel · mixpanel/red  1.2 s  1 of 3 rows failed, 1 skipped: undeclared host
            passed       chromium · mixpanel · mixpanel/green  1.2 s  2 rows passed
            passed       chromium · mixpanel · mixpanel/less  1.2 s  1 of 2 rows passed, 1 skipped
            """);
  }

  @Test
  void tellsWhatIsBehindAGreenCell() {
    Verdict presence =
        new Verdict.Passed(
            new Proof(Proof.Kind.SEEN, "", true),
            List.of(
                Finding.warning(
                    "NeedlessWaiver",
                    new SourceLocation("scenarios/mixpanel/plugin.yaml", 4, 3),
                    "the waiver of 'revenue' is not needed",
                    "remove it")));
    play(new SampleRun().with("revenue", presence, 2));
    assertThat(printed.text())
        .isEqualTo(
            """
            1 cell: 1 plugin, 1 scenario, 1 device
            passed       chromium · mixpanel · mixpanel/revenue  1.2 s  presence only  at attempt 2
              scenarios/mixpanel/plugin.yaml:4:3: warning: the waiver of 'revenue' is not needed\
             [NeedlessWaiver]
                hint: remove it
            """);
  }

  @Test
  void showsWarningsAboutTheFiles() {
    SampleRun run =
        new SampleRun()
            .warns(
                Finding.warning(
                    "MoreThanOneSetting",
                    new SourceLocation("plugin.yaml", 2, 1),
                    "two settings hold the write key",
                    "Segment allows one"))
            .passed("revenue");
    play(run);
    assertThat(printed.text())
        .startsWith(
            """
            plugin.yaml:2:1: warning: two settings hold the write key [MoreThanOneSetting]
              hint: Segment allows one
            1 cell: 1 plugin, 1 scenario, 1 device
            """);
  }

  private void play(SampleRun run) {
    Progress progress = new Progress(new PrintedScreen(printed.stream(), false));
    progress.planned(run.plan());
    for (int i = 0; i < run.results().size(); i++) {
      progress.started(run.results().get(i).cell());
      progress.finished(run.results().get(i), run.matrix(i + 1));
    }
    progress.ended(run.matrix());
  }
}
