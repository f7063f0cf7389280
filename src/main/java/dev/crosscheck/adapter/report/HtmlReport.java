package dev.crosscheck.adapter.report;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import java.util.List;

/**
 * {@code index.html}: one page with the whole matrix and the story of every cell, which needs no
 * network and no server.
 */
public final class HtmlReport implements RunListener {
  private final Reports reports;
  private final Page page = Page.load();
  private final Stories stories;

  /**
   * @param stories which may have heard of more cells than this has
   */
  public HtmlReport(Reports reports, Stories stories) {
    this.reports = reports;
    this.stories = stories;
  }

  @Override
  public void planned(Plan plan) {
    write(
        new Matrix(
            plan.run(),
            plan.plugins().stream().map(PluginRow::planned).toList(),
            plan.devices(),
            plan.scenarios(),
            List.of(),
            plan.cells().size(),
            plan.suite(),
            plan.findings()));
  }

  @Override
  public void finished(CellResult result, Matrix soFar) {
    soFar.cells().forEach(stories::tell);
    write(soFar);
  }

  @Override
  public void ended(Matrix matrix) {
    matrix.cells().forEach(stories::tell);
    write(matrix);
  }

  private void write(Matrix matrix) {
    String data = PageJson.write(new MatrixData(matrix, stories.cells()).json());
    reports.write("index.html", page.with(data, stories.all()));
  }
}
