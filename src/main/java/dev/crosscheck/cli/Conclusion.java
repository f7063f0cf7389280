package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.RunListener;

/** Shows the summary when a run is over, whatever became of its report. */
final class Conclusion implements RunListener {
  private final Screen screen;
  private final String reports;

  /**
   * @param reports the reports folder as the user would type it
   */
  Conclusion(Screen screen, String reports) {
    this.screen = screen;
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {}

  @Override
  public void ended(Matrix matrix) {
    screen.close();
    new Summary(matrix, reports).lines().forEach(screen::line);
  }
}
