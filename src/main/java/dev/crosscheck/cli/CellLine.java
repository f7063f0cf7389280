package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.RowTotals;
import dev.crosscheck.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    String why =
        Stream.of(RowTotals.of(result.rows()), verdict.reason())
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(": "));
    if (!why.isEmpty()) {
      line = line.and("  " + why);
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
