package dev.crosscheck.adapter.report;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code index.html}: one page with the whole matrix and the story of every cell, which needs no
 * network and no server.
 */
public final class HtmlReport implements RunListener {
  private final Reports reports;
  private final Page page = Page.load();
  private final Map<CellId, String> stories = new LinkedHashMap<>();

  public HtmlReport(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {
    write(
        new Matrix(
            plan.run(),
            plan.plugins().stream().map(plugin -> new PluginRow(plugin, "", Map.of())).toList(),
            plan.devices(),
            plan.scenarios(),
            List.of(),
            plan.cells().size(),
            plan.suite(),
            plan.findings()));
  }

  @Override
  public void finished(CellResult result, Matrix soFar) {
    soFar.cells().forEach(this::tell);
    write(soFar);
  }

  @Override
  public void ended(Matrix matrix) {
    matrix.cells().forEach(this::tell);
    write(matrix);
  }

  private void tell(CellResult cell) {
    cell.stored()
        .ifPresent(
            stored ->
                stories.computeIfAbsent(
                    cell.cell(), id -> PageJson.write(new Story(reports).of(cell, stored))));
  }

  private void write(Matrix matrix) {
    List<CellId> told = List.copyOf(stories.keySet());
    String data = PageJson.write(new MatrixData(matrix, told).json());
    reports.write("index.html", page.with(data, List.copyOf(stories.values())));
  }
}
