package dev.crosscheck.adapter.report;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Coverage;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code coverage.md}: each call and semantic event of the Spec, and where it was shown. */
public final class CoverageReport implements RunListener {
  private static final String HEAD =
      """
      # What of Segment's Spec was shown
      ✓: the partner got it, with its values compared. *red*, *waived*: it did not, or not whole. *not supported*: the plugin says so, and was silent. *n/a*: it cannot be run there; the report says why. An empty field: nothing was shown.

      """;

  private final Reports reports;

  public CoverageReport(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {}

  @Override
  public void ended(Matrix matrix) {
    reports.write("coverage.md", text(matrix).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Matrix matrix) {
    StringBuilder out = new StringBuilder(HEAD);
    List<DeviceColumn> devices =
        matrix.devices().stream().filter(DeviceColumn::isAvailable).toList();
    matrix.plugins().forEach(plugin -> table(matrix, plugin, devices, out));
    return out.toString();
  }

  private static void table(
      Matrix matrix, PluginRow plugin, List<DeviceColumn> devices, StringBuilder out) {
    List<Coverage> columns =
        devices.stream().map(device -> Coverage.of(matrix, plugin.plugin(), device)).toList();
    out.append("## ").append(Markdown.line(plugin.plugin().name())).append("\n\n");
    out.append("| |");
    devices.forEach(d -> out.append(' ').append(Markdown.line(d.spec().id())).append(" |"));
    out.append("\n|---|").append(":-:|".repeat(devices.size())).append('\n');
    for (Coverage.Entry entry : Coverage.entries()) {
      String name = entry.event().isPresent() ? entry.name() : Markdown.code(entry.name());
      out.append("| ").append(name).append(" |");
      columns.forEach(column -> out.append(' ').append(column.of(entry).words()).append(" |"));
      out.append('\n');
    }
    long open = columns.stream().mapToLong(column -> column.open().size()).sum();
    out.append("\n").append(open == 0 ? "No field is empty." : open + " fields are empty.");
    out.append("\n\n");
  }
}
