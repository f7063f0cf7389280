package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.RunListener;
import dev.crosscheck.verdict.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows a run to whoever watches: a table that is drawn anew, and above it what has to stay, each
 * failure with its mismatch as it happens.
 */
final class LiveProgress implements RunListener {
  private final Screen screen;
  private final String reports;
  private final InstantSource clock;
  private volatile @Nullable RunTable table;
  private volatile boolean stopping;

  /**
   * @param reports the reports folder as the user would type it
   */
  LiveProgress(Screen screen, String reports, InstantSource clock) {
    this.screen = screen;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public void planned(Plan plan) {
    PlanLines.of(plan).forEach(screen::line);
    RunTable shown = new RunTable(plan, clock);
    table = shown;
    screen.show(shown);
  }

  @Override
  public void started(CellId cell) {
    shown().ifPresent(rows -> rows.started(cell));
  }

  @Override
  public void finished(CellResult result, Matrix soFar) {
    shown().ifPresent(rows -> rows.finished(result));
    if (!stopping) {
      BadCell.of(result, reports)
          .ifPresentOrElse(bad -> bad.lines().forEach(screen::line), () -> remark(result));
      CellLine.findings(result).forEach(screen::line);
    }
  }

  @Override
  public void ended(Matrix matrix) {
    screen.close();
  }

  /** The run is ending early. Safe from any thread. */
  void stopping() {
    stopping = true; // what ends now is told once, at the end
    shown().ifPresent(RunTable::stopping);
  }

  /** The table counts cells that passed or were not run; these are to be looked at. */
  private void remark(CellResult result) {
    if (result.isFlaky()
        || result.verdict() instanceof Verdict.Waived
        || !result.verdict().findings().isEmpty()) {
      screen.line(CellLine.of(result));
    }
  }

  private Optional<RunTable> shown() {
    return Optional.ofNullable(table);
  }
}
