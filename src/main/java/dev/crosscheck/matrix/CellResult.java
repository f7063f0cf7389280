package dev.crosscheck.matrix;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cell that was judged, or could not be.
 *
 * @param rows what came of each row of its scenario
 * @param attempts how many there were; 0 where none was made
 * @param stored the evidence that was judged; empty where there is none
 */
public record CellResult(
    CellId cell,
    String title,
    Verdict verdict,
    List<RowVerdict> rows,
    Duration duration,
    int attempts,
    Optional<EvidenceStore.Stored> stored) {

  public CellResult {
    rows = List.copyOf(rows);
  }

  /** Without rows. */
  public CellResult(
      CellId cell,
      String title,
      Verdict verdict,
      Duration duration,
      int attempts,
      Optional<EvidenceStore.Stored> stored) {
    this(cell, title, verdict, List.of(), duration, attempts, stored);
  }

  /** Its mismatches but for those of which a row tells. */
  public List<Mismatch> ownMismatches() {
    List<Mismatch> of = new ArrayList<>();
    for (RowVerdict row : rows) {
      of.addAll(row.mismatches());
      row.mismatches().forEach(mismatch -> of.add(mismatch.in(row.row())));
    }
    return verdict.mismatches().stream().filter(mismatch -> !of.contains(mismatch)).toList();
  }

  /** Whether it came out otherwise at another attempt: broken first, then something else. */
  public boolean isFlaky() {
    return attempts > 1 && !(verdict instanceof Verdict.Broken);
  }

  /** The same, with its evidence on disk alone: all results of a run are kept to its end. */
  public CellResult putAway() {
    return new CellResult(
        cell, title, verdict, rows, duration, attempts, stored.map(EvidenceStore.Stored::putAway));
  }
}
