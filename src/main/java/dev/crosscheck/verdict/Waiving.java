package dev.crosscheck.verdict;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A known red is waived; a waiver that nothing needs any more is a finding. */
final class Waiving {
  private Waiving() {}

  static Verdict of(Verdict verdict, Evidence evidence) {
    Optional<Waiver> waiver =
        evidence.plugin().waivers().stream()
            .filter(candidate -> candidate.row().isEmpty() && isFor(candidate, evidence.cell()))
            .findFirst();
    if (waiver.isEmpty()) {
      return verdict;
    } else if (verdict instanceof Verdict.Failed failed) {
      return new Verdict.Waived(
          words(waiver.get()), failed.mismatches(), failed.proof(), failed.findings());
    } else if (verdict instanceof Verdict.Passed passed) {
      List<Finding> findings = new ArrayList<>(passed.findings());
      findings.add(needless(waiver.get(), evidence.cell()));
      return new Verdict.Passed(passed.proof(), findings);
    }
    return verdict;
  }

  /** What waives a row of the cell's scenario. */
  static Optional<Waiver> ofRow(String row, Evidence evidence) {
    return evidence.plugin().waivers().stream()
        .filter(waiver -> waiver.row().equals(Optional.of(row)) && isFor(waiver, evidence.cell()))
        .findFirst();
  }

  private static boolean isFor(Waiver waiver, CellId cell) {
    boolean scenario =
        waiver.scenario().equals(cell.scenario()) || waiver.scenario().equals(cell.slug());
    return scenario && (waiver.device().equals("*") || waiver.device().equals(cell.device()));
  }

  static String words(Waiver waiver) {
    return waiver.because() + (waiver.since().isEmpty() ? "" : " (since " + waiver.since() + ")");
  }

  static Finding needless(Waiver waiver, CellId cell) {
    return Finding.warning(
        "NeedlessWaiver",
        waiver.at(),
        "'"
            + cell.scenario()
            + waiver.row().map(row -> ": " + row).orElse("")
            + "' passes on '"
            + cell.device()
            + "' without its waiver",
        "take the waiver away");
  }
}
