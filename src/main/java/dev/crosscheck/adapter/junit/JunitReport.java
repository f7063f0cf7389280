package dev.crosscheck.adapter.junit;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import java.util.List;

/** {@code junit/TEST-<plugin>.xml}: a test suite for each plugin, a test case for each cell. */
public final class JunitReport implements RunListener {
  private final Reports reports;

  public JunitReport(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {
    write(soFar, result.cell().plugin());
  }

  @Override
  public void ended(Matrix matrix) {
    matrix.plugins().stream().map(row -> row.plugin().id()).forEach(id -> write(matrix, id));
  }

  private void write(Matrix matrix, String plugin) {
    List<CellResult> cells =
        matrix.cells().stream().filter(cell -> cell.cell().plugin().equals(plugin)).toList();
    String name =
        matrix.plugins().stream()
            .map(PluginRow::plugin)
            .filter(p -> p.id().equals(plugin))
            .map(p -> p.name())
            .findFirst()
            .orElse(plugin);
    byte[] xml = new JunitSuite(name, cells, matrix, reports.typed()).xml();
    reports.write("junit/TEST-" + plugin.replaceAll("[^A-Za-z0-9._-]", "-") + ".xml", xml);
  }
}
