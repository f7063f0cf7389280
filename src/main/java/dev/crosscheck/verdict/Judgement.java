package dev.crosscheck.verdict;

import java.util.List;

/**
 * A verdict, and for a scenario with rows what came of each of them.
 *
 * @param rows in their order; none where the scenario has none
 */
public record Judgement(Verdict verdict, List<RowVerdict> rows) {
  public Judgement {
    rows = List.copyOf(rows);
  }

  /** Of a cell without rows. */
  public static Judgement of(Verdict verdict) {
    return new Judgement(verdict, List.of());
  }

  /** The names of the rows that failed. */
  public List<String> failedRows() {
    return rows.stream().filter(RowVerdict::isFailed).map(RowVerdict::row).toList();
  }
}
