package dev.crosscheck.adapter.report;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stories of all cells that have evidence, each told once. Told when a cell finishes, a story
 * needs no evidence to be read again.
 */
public final class Stories implements RunListener {
  private final Reports reports;
  private final Map<CellId, String> told = new LinkedHashMap<>();

  public Stories(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {
    tell(result);
  }

  @Override
  public void ended(Matrix matrix) {
    matrix.cells().forEach(this::tell);
  }

  void tell(CellResult cell) {
    cell.stored()
        .ifPresent(
            stored ->
                told.computeIfAbsent(
                    cell.cell(), id -> PageJson.write(new Story(reports).of(cell, stored))));
  }

  /** In the order of {@link #all}. */
  List<CellId> cells() {
    return List.copyOf(told.keySet());
  }

  /** As JSON that may stand in a page. */
  List<String> all() {
    return List.copyOf(told.values());
  }
}
