package dev.crosscheck.adapter.report;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import java.nio.charset.StandardCharsets;

/** {@code matrix.md}: the matrix for a terminal, a pull request, a job's summary. */
public final class MarkdownReport implements RunListener {
  private final Reports reports;

  public MarkdownReport(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {
    write(soFar);
  }

  @Override
  public void ended(Matrix matrix) {
    write(matrix);
  }

  private void write(Matrix matrix) {
    String text = new MarkdownMatrix(matrix).text();
    reports.write("matrix.md", text.getBytes(StandardCharsets.UTF_8));
  }
}
