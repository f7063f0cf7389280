package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.FailureText;
import dev.crosscheck.matrix.RowTotals;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cell that failed or is broken: which, how it is not as expected, and where the evidence is. */
final class BadCell {
  /** Of those that failed; the report has the rest. */
  private static final int MOST_ROWS = 5;

  private final CellResult cell;
  private final String reports;

  private BadCell(CellResult cell, String reports) {
    this.cell = cell;
    this.reports = reports;
  }

  /**
   * Empty for any other cell.
   *
   * @param reports the reports folder as the user would type it
   */
  static Optional<BadCell> of(CellResult cell, String reports) {
    boolean bad =
        cell.verdict() instanceof Verdict.Failed || cell.verdict() instanceof Verdict.Broken;
    return bad ? Optional.of(new BadCell(cell, reports)) : Optional.empty();
  }

  /** An empty line first, to set it off from what came before. */
  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(""));
    lines.add(head());
    why().lines().map(Line::of).map(Line::indented).forEach(lines::add);
    return lines;
  }

  private Line head() {
    return Line.of(VerdictInk.of(cell.verdict()), cell.verdict().word())
        .and("  " + cell.cell())
        .and(Ink.FAINT, "  " + cell.title());
  }

  private String why() {
    Optional<String> evidence = cell.stored().map(stored -> reports + "/" + stored.har());
    List<String> blocks = FailureText.blocks(cell, evidence.orElse(""), MOST_ROWS);
    if (!blocks.isEmpty()) {
      return String.join("\n", blocks);
    }
    String rows = RowTotals.of(cell.rows());
    return cell.verdict().reason()
        + (rows.isEmpty() ? "" : "\n  " + rows)
        + evidence.map(har -> "\n  evidence: " + har).orElse("");
  }
}
