package dev.crosscheck.adapter.archive;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;

/**
 * {@code matrix.json}: the matrix for programs, in the shape of {@code
 * harness/schema/matrix.schema.json}.
 */
public final class MatrixFile implements RunListener {
  private static final String NAME = "matrix.json";
  private final Reports reports;

  public MatrixFile(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {
    reports.write(NAME, write(soFar));
  }

  @Override
  public void ended(Matrix matrix) {
    reports.write(NAME, write(matrix));
  }

  /** The same matrix is the same bytes. */
  public static byte[] write(Matrix matrix) {
    return ArchiveJson.write(MatrixDocument.of(matrix));
  }

  /**
   * A matrix as another run wrote it.
   *
   * @throws IllegalArgumentException where it is not one, with what is wrong about it
   */
  public static MatrixDocument read(byte[] json) {
    try {
      return ArchiveJson.read(json, MatrixDocument.class);
    } catch (tools.jackson.core.JacksonException e) {
      throw new IllegalArgumentException("no matrix.json: " + e.getOriginalMessage(), e);
    }
  }
}
