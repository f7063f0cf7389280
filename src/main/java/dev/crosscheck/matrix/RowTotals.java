package dev.crosscheck.matrix;

import dev.crosscheck.verdict.RowVerdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cell's rows come to, in a few words. */
public final class RowTotals {
  private static final List<String> RED = List.of("failed", "broken");

  private RowTotals() {}

  /**
   * {@code 3 of 40 rows failed, 1 skipped}, or {@code 38 of 40 rows passed, 2 skipped}; empty where
   * there are no rows.
   */
  public static String of(List<RowVerdict> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    String first =
        Stream.concat(RED.stream(), Matrix.VERDICTS.stream())
            .filter(verdict -> count(rows, verdict) > 0)
            .findFirst()
            .orElseThrow();
    Stream<String> others =
        Matrix.VERDICTS.stream()
            .filter(verdict -> !verdict.equals("passed") && !verdict.equals(first))
            .filter(verdict -> count(rows, verdict) > 0)
            .map(verdict -> count(rows, verdict) + " " + verdict);
    return Stream.concat(Stream.of(share(rows, first)), others).collect(Collectors.joining(", "));
  }

  private static String share(List<RowVerdict> rows, String verdict) {
    String all = rows.size() + (rows.size() == 1 ? " row " : " rows ") + verdict;
    long count = count(rows, verdict);
    return count == rows.size() ? all : count + " of " + all;
  }

  private static long count(List<RowVerdict> rows, String verdict) {
    return rows.stream().filter(row -> row.verdict().equals(verdict)).count();
  }
}
