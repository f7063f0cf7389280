package dev.crosscheck.benchmark;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.RunListener;

/** Adds up the time that listeners take. Used by one thread, as listeners are. */
final class Stopwatch {
  private long nanos;

  double millis() {
    return nanos / 1e6;
  }

  RunListener timed(RunListener listener) {
    return new RunListener() {
      @Override
      public void planned(Plan plan) {
        time(() -> listener.planned(plan));
      }

      @Override
      public void started(CellId cell) {
        time(() -> listener.started(cell));
      }

      @Override
      public void finished(CellResult result, Matrix soFar) {
        time(() -> listener.finished(result, soFar));
      }

      @Override
      public void ended(Matrix matrix) {
        time(() -> listener.ended(matrix));
      }
    };
  }

  private void time(Runnable work) {
    long started = System.nanoTime();
    try {
      work.run();
    } finally {
      nanos += System.nanoTime() - started;
    }
  }
}
