package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.verdict.MismatchText;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A cell that failed or is broken: which, how it is not as expected, and where the evidence is. */
final class BadCell {
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
    if (cell.verdict().mismatches().isEmpty()) {
      return cell.verdict().reason() + evidence.map(har -> "\n  evidence: " + har).orElse("");
    }
    return cell.verdict().mismatches().stream()
        .map(mismatch -> MismatchText.of(mismatch, cell.cell().device(), evidence.orElse("")))
        .collect(Collectors.joining("\n"));
  }
}
