package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.cli.terminal.Picture;
import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.cli.terminal.TerminalSize;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.support.SampleRun;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LiveProgressTest {
  private final Watched screen = new Watched();
  private final LiveProgress progress =
      new LiveProgress(screen, "out", () -> SampleRun.START.plusSeconds(2));

  @Test
  void keepsFailuresWithTheirMismatchAndCountsTheRest() {
    SampleRun run =
        new SampleRun()
            .without("firefox", "no Firefox on PATH", "apt-get install firefox-esr")
            .passed("order-completed")
            .failed("revenue", SampleRun.wrongRevenue())
            .skipped("screen", "analytics-next has no screen")
            .broken("alias", "chromedriver did not answer within 15 s");
    play(run);
    assertThat(screen.text())
        .isEqualTo(
            """
            firefox is not available: no Firefox on PATH (apt-get install firefox-esr)
            4 cells: 1 plugin, 4 scenarios, 2 devices

            failed  chromium · mixpanel · mixpanel/revenue  revenue reaches Mixpanel
              no matching event on chromium (expectation at scenarios/mixpanel/revenue.yaml:9:5)
                expected: properties.revenue = 25.0
                actual:   properties.revenue = "25.0" (a string)
                nearest:  exchange 3 of 5, POST api-js.mixpanel.com/track
                evidence: out/cells/mixpanel/chromium/revenue/attempt-1/capture.har

            broken  chromium · mixpanel · mixpanel/alias  alias reaches Mixpanel
              chromedriver did not answer within 15 s
                evidence: out/cells/mixpanel/chromium/alias/attempt-2/capture.har
            """);
    assertThat(screen.picture())
        .contains("chromium   4/4       1       1       1        1")
        .endsWith("4 of 4 cells, 0 under way, 2.0 s");
  }

  @Test
  void keepsWhatShouldBeLookedAtThoughItIsNotRed() {
    Finding finding =
        Finding.warning(
            "NeedlessWaiver",
            new SourceLocation("scenarios/mixpanel/plugin.yaml", 4, 3),
            "the waiver of 'revenue' is not needed",
            "remove it");
    Verdict found = new Verdict.Passed(new Proof(Proof.Kind.SEEN, "", false), List.of(finding));
    Verdict waived = new Verdict.Waived("known", List.of(), SampleRun.SEEN, List.of());
    play(
        new SampleRun()
            .with("revenue", found, 1)
            .with("alias", waived, 1)
            .with("group", new Verdict.Passed(SampleRun.SEEN, List.of()), 2)
            .passed("reset"));
    assertThat(screen.text())
        .isEqualTo(
            """
            4 cells: 1 plugin, 4 scenarios, 1 device
            passed       chromium · mixpanel · mixpanel/revenue  1.2 s
              scenarios/mixpanel/plugin.yaml:4:3: warning: the waiver of 'revenue' is not needed\
             [NeedlessWaiver]
                hint: remove it
            waived       chromium · mixpanel · mixpanel/alias  1.2 s  known
            passed       chromium · mixpanel · mixpanel/group  1.2 s  at attempt 2
            """);
  }

  @Test
  void showsWhatIsUnderWayAndThatItIsStopping() {
    SampleRun run = new SampleRun().plans("revenue").plans("alias");
    progress.planned(run.plan());
    progress.started(SampleRun.id("revenue"));
    assertThat(screen.picture()).contains("  revenue 0.0 s\n0 of 2 cells, 1 under way, 2.0 s");
    progress.stopping();
    assertThat(screen.picture()).endsWith("0 of 2 cells, 1 under way, 2.0 s, stopping");
  }

  @Test
  void tellsWhatWasInterruptedOnlyAtTheEnd() {
    SampleRun run = new SampleRun().broken("revenue", "interrupted");
    progress.planned(run.plan());
    progress.stopping();
    progress.finished(run.results().get(0), run.matrix());
    assertThat(screen.text()).isEqualTo("1 cell: 1 plugin, 1 scenario, 1 device\n");
    assertThat(screen.picture()).endsWith("1 of 1 cell, 0 under way, 2.0 s, stopping");
  }

  @Test
  void takesTheTableAwayAtTheEnd() {
    SampleRun run = new SampleRun().passed("revenue");
    play(run);
    assertThat(screen.closed).isFalse();
    progress.ended(run.matrix());
    assertThat(screen.closed).isTrue();
  }

  private void play(SampleRun run) {
    progress.planned(run.plan());
    for (int i = 0; i < run.results().size(); i++) {
      progress.started(run.results().get(i).cell());
      progress.finished(run.results().get(i), run.matrix(i + 1));
    }
  }

  /** Keeps what it was told. */
  private static final class Watched implements Screen {
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Picture shown;
    private boolean closed;

    @Override
    public void line(Line line) {
      lines.add(line);
    }

    @Override
    public void show(Picture picture) {
      shown = picture;
    }

    @Override
    public void close() {
      closed = true;
    }

    String text() {
      return lines.stream().map(line -> line.render(false) + "\n").collect(Collectors.joining());
    }

    String picture() {
      return shown == null
          ? ""
          : shown.lines(TerminalSize.USUAL).stream()
              .map(line -> line.render(false).stripTrailing())
              .collect(Collectors.joining("\n"));
    }
  }
}
