package dev.crosscheck.run;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a listener that writes everything anew from taking more than a tenth of a run's time: it
 * hears of fewer cells the longer it takes for one, and of the end in any case.
 */
public final class Paced implements RunListener {
  private static final int SHARE = 10;

  private final RunListener listener;
  private final InstantSource clock;
  private Instant due = Instant.MIN;

  /**
   * @param listener must not need every cell, for it is told of all that have finished each time
   */
  public Paced(RunListener listener, InstantSource clock) {
    this.listener = listener;
    this.clock = clock;
  }

  @Override
  public void planned(Plan plan) {
    listener.planned(plan);
  }

  @Override
  public void finished(CellResult result, Matrix soFar) {
    Instant start = clock.instant();
    if (start.isBefore(due)) {
      return;
    }
    listener.finished(result, soFar);
    Instant end = clock.instant();
    due = end.plus(Duration.between(start, end).multipliedBy(SHARE));
  }

  @Override
  public void ended(Matrix matrix) {
    listener.ended(matrix);
  }
}
