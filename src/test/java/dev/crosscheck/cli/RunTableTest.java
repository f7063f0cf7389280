package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.terminal.Columns;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.cli.terminal.TerminalSize;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.sample.SampleRun;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** 17 scenarios of two plugins on three devices, one of which is missing. */
final class RunTableTest {
  private final SampleRun run = new SampleRun();
  private final Instant start = run.plan().run().startedAt();
  private Instant now = start.plusSeconds(3);
  private final RunTable table = new RunTable(run.plan(), () -> now);

  @Test
  void saysThatItIsGettingReady() {
    assertThat(text(80, 24))
        .isEqualTo(
            """
                             done  passed  failed  under way
            chromium         0/18
            chromium-strict  0/18
            chrome-pixel-7   0/18
            0 of 54 cells, getting ready, 3.0 s""");
  }

  @Test
  void countsVerdictsAndShowsWhatIsUnderWay() {
    finish("chromium", "mixpanel/order-completed", passed());
    finish("chromium", "mixpanel/alias", passed());
    finish(
        "chromium",
        "mixpanel/offline",
        new Verdict.Failed("late", List.of(), Proof.NOTHING, List.of()));
    finish("chromium-strict", "mixpanel/offline", new Verdict.Broken("gone", List.of()));
    finish("chrome-pixel-7", "mixpanel/offline", new Verdict.Skipped("no such phone"));
    table.started(cell("chromium", "mixpanel/reset"));
    now = now.plusSeconds(4);
    table.started(cell("chromium", "acme/hostile"));
    table.started(cell("chromium-strict", "mixpanel/group"));
    now = now.plusMillis(61_300);
    assertThat(text(120, 24))
        .isEqualTo(
            """
                             done  passed  failed  broken  skipped  under way
            chromium         3/18       2       1                   mixpanel/reset 1 min 5 s, acme/hostile 1 min 1 s
            chromium-strict  1/18                       1           mixpanel/group 1 min 1 s
            chrome-pixel-7   1/18                                1
            5 of 54 cells, 3 under way, 1 min 8 s""");
  }

  @Test
  void tellsTheOldestCellsWhereThereIsNoRoomForAll() {
    for (String scenario : List.of("mixpanel/reset", "mixpanel/alias", "mixpanel/group")) {
      table.started(cell("chromium", scenario));
    }
    assertThat(row(80, "chromium ")).endsWith("  mixpanel/reset 0.0 s +2");
    assertThat(row(92, "chromium ")).endsWith("  mixpanel/reset 0.0 s, mixpanel/alias 0.0 s +1");
    finish("chromium", "mixpanel/reset", passed());
    assertThat(row(80, "chromium ")).endsWith("  mixpanel/alias 0.0 s +1");
  }

  @Test
  void showsDevicesThatAreNotDoneWhereThereIsNoRoomForAll() {
    for (PlannedCell cell : run.plan().cells()) {
      if (cell.id().device().equals("chromium")) {
        finish("chromium", cell.id().scenario(), passed());
      }
    }
    assertThat(text(80, 6))
        .isEqualTo(
            """
                             done  passed  failed  under way
            chromium-strict  0/18
            chrome-pixel-7   0/18
            and 1 device
            18 of 54 cells, 0 under way, 3.0 s""");
  }

  @Test
  void saysThatItIsStopping() {
    table.stopping();
    assertThat(text(80, 24)).endsWith("0 of 54 cells, getting ready, 3.0 s, stopping");
  }

  private String row(int columns, String device) {
    return text(columns, 24)
        .lines()
        .filter(line -> line.startsWith(device))
        .findFirst()
        .orElseThrow();
  }

  private String text(int columns, int rows) {
    List<Line> lines = table.lines(new TerminalSize(columns, rows));
    assertThat(lines).hasSizeLessThan(rows);
    String text =
        lines.stream()
            .map(line -> line.render(false).stripTrailing())
            .collect(Collectors.joining("\n"));
    assertThat(text.lines().mapToInt(Columns::of).max().orElse(0)).isLessThan(columns);
    return text;
  }

  private static Verdict passed() {
    return new Verdict.Passed(Proof.NOTHING, List.of());
  }

  private void finish(String device, String scenario, Verdict verdict) {
    table.finished(
        new CellResult(
            cell(device, scenario), "", verdict, Duration.ofSeconds(1), 1, Optional.empty()));
  }

  private static CellId cell(String device, String scenario) {
    return new CellId(scenario.substring(0, scenario.indexOf('/')), device, scenario);
  }
}
