package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.RunListener;

/** Tells a run where nobody watches: a line for each cell as it finishes. */
final class Progress implements RunListener {
  private final Screen screen;

  Progress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void planned(Plan plan) {
    PlanLines.of(plan).forEach(screen::line);
  }

  @Override
  public void finished(CellResult result, Matrix soFar) {
    screen.line(CellLine.of(result));
    CellLine.findings(result).forEach(screen::line);
  }

  @Override
  public void ended(Matrix matrix) {}
}
