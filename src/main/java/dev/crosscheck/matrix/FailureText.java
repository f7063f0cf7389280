package dev.crosscheck.matrix;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.MismatchText;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * In what ways a cell is not as expected, as a reader gets it: a block of lines for each mismatch,
 * and for each row that is not as expected one for all of its own.
 */
public final class FailureText {
  private final CellResult cell;
  private final String evidence;

  private FailureText(CellResult cell, String evidence) {
    this.cell = cell;
    this.evidence = evidence;
  }

  /**
   * None where there is no mismatch and no such row; each without a line at its end, harmless to a
   * terminal.
   *
   * @param evidence where the capture is, such as {@code reports/cells/…/capture.har}; empty if
   *     there is none
   * @param most rows that are told; the others are counted
   */
  public static List<String> blocks(CellResult cell, String evidence, int most) {
    return new FailureText(cell, evidence).blocks(most);
  }

  private List<String> blocks(int most) {
    if (cell.rows().isEmpty()) {
      return cell.verdict().mismatches().stream().map(m -> text(m, evidence)).toList();
    }
    List<RowVerdict> red = cell.rows().stream().filter(this::isTold).toList();
    List<String> blocks = new ArrayList<>();
    cell.ownMismatches().forEach(mismatch -> blocks.add(text(mismatch, "")));
    red.stream().limit(most).map(this::row).forEach(blocks::add);
    if (red.size() > most) {
      int more = red.size() - most;
      blocks.add("and " + more + (more == 1 ? " more row" : " more rows"));
    }
    if (!blocks.isEmpty()) {
      String where = evidence.isEmpty() ? "" : "\n  evidence: " + evidence;
      blocks.add(0, RowTotals.of(cell.rows()) + where);
    }
    return blocks;
  }

  private boolean isTold(RowVerdict row) {
    boolean waived = cell.verdict() instanceof Verdict.Waived && row.verdict().equals("waived");
    return row.isFailed() || waived;
  }

  private String row(RowVerdict row) {
    List<String> lines = new ArrayList<>();
    row.mismatches().forEach(mismatch -> lines.add(text(mismatch.in(row.row()), "")));
    String beyond = Inert.line(row.beyondMismatches());
    if (lines.isEmpty()) {
      lines.add("'" + Inert.line(row.row()) + "': " + beyond);
    } else if (!beyond.isEmpty()) {
      lines.add("  " + beyond);
    }
    row.see().ifPresent(see -> lines.add("  see:      " + Inert.line(see)));
    return lines.stream().collect(Collectors.joining("\n"));
  }

  private String text(Mismatch mismatch, String where) {
    return MismatchText.of(mismatch, cell.cell().device(), where);
  }
}
