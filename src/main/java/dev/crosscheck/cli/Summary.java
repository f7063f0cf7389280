package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.SuiteReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is told when a run is over: everything that is not green, the totals, where to look. */
final class Summary {
  /** Of all that a suite lacks; the report has the rest. */
  private static final int TOLD = 3;

  private final Matrix matrix;
  private final String reports;

  /**
   * @param reports the reports folder as the user would type it
   */
  Summary(Matrix matrix, String reports) {
    this.matrix = matrix;
    this.reports = reports;
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (CellResult cell : matrix.cells()) {
      BadCell.of(cell, reports).ifPresent(bad -> lines.addAll(bad.lines()));
    }
    lines.add(Line.of(""));
    lines.add(totals());
    suite().ifPresent(lines::add);
    lines.add(Line.of("report: " + reports + "/index.html"));
    return lines;
  }

  private Optional<Line> suite() {
    if (matrix.suite().require().isEmpty()) {
      return Optional.empty();
    }
    SuiteReport suite = SuiteReport.of(matrix);
    List<String> missing = suite.missing();
    String lacks = String.join("; ", missing.subList(0, Math.min(missing.size(), TOLD)));
    String more = missing.size() > TOLD ? "; " + (missing.size() - TOLD) + " more" : "";
    return Optional.of(Line.of(suite.full() ? "suite: full" : "suite: not full; " + lacks + more));
  }

  private Line totals() {
    String counts =
        matrix.summary().entrySet().stream()
            .filter(count -> count.getValue() > 0)
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    String unfinished =
        matrix.cells().size() < matrix.planned()
            ? ", " + (matrix.planned() - matrix.cells().size()) + " not run"
            : "";
    return Line.of(
        Count.of(matrix.planned(), "cell")
            + (counts.isEmpty() ? "" : ": " + counts)
            + unfinished
            + " in "
            + new Elapsed(matrix.run().duration())
            + (matrix.run().interrupted() ? ", interrupted" : ""));
  }
}
