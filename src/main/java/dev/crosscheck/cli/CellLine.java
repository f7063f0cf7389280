package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.verdict.Verdict;
import java.util.List;

/** What became of a cell, on one line. */
final class CellLine {
  private CellLine() {}

  /** {@code failed chromium · mixpanel · mixpanel/revenue 1.2 s no matching event}. */
  static Line of(CellResult result) {
    Verdict verdict = result.verdict();
    Line line =
        Line.of(VerdictInk.of(verdict), String.format("%-11s", verdict.word()))
            .and("  " + result.cell())
            .and(Ink.FAINT, "  " + new Elapsed(result.duration()));
    if (!verdict.reason().isEmpty()) {
      line = line.and("  " + verdict.reason());
    }
    if (verdict instanceof Verdict.Passed passed && passed.proof().presenceOnly()) {
      line = line.and("  presence only");
    }
    return result.isFlaky() ? line.and("  at attempt " + result.attempts()) : line;
  }

  /** What was seen and should be looked at, below it. */
  static List<Line> findings(CellResult result) {
    return result.verdict().findings().stream()
        .map(Finding::toString)
        .flatMap(finding -> Line.each(Ink.WARNING, finding).stream())
        .map(Line::indented)
        .toList();
  }
}
