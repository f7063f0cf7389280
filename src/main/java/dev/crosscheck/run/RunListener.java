package dev.crosscheck.run;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;

/** Hears of a run, on one thread, in order. A listener that throws breaks the run, never a cell. */
public interface RunListener {
  void planned(Plan plan);

  /** An attempt at a cell begins; for those who show what is going on. */
  default void started(CellId cell) {}

  /**
   * @param result with its evidence at hand
   * @param soFar everything that has finished, {@code result} included; evidence is read from disk
   *     again where it is asked for
   */
  void finished(CellResult result, Matrix soFar);

  void ended(Matrix matrix);
}
