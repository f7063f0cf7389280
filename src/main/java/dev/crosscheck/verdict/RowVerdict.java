package dev.crosscheck.verdict;

import java.util.List;
import java.util.Optional;

/**
 * What came of one row of a scenario.
 *
 * @param row its name
 * @param see where one can read why a plugin must behave so
 * @param verdict as cells have it: {@code passed}, {@code failed}, {@code broken}, {@code skipped},
 *     {@code waived} or {@code unsupported}
 * @param reason why, in words; empty for one that passed
 */
public record RowVerdict(
    String row, Optional<String> see, String verdict, String reason, List<Mismatch> mismatches) {
  public RowVerdict {
    mismatches = List.copyOf(mismatches);
  }

  public boolean isFailed() {
    return verdict.equals("failed");
  }

  /** What its reason says that its mismatches do not: such as what came of it alone. */
  public String beyondMismatches() {
    String told = Judge.reason(mismatches);
    return !told.isEmpty() && reason.startsWith(told)
        ? reason.substring(told.length()).replaceFirst("^; ", "")
        : reason;
  }
}
