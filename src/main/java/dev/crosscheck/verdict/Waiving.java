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
            .filter(candidate -> isFor(candidate, evidence.cell()))
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

  private static boolean isFor(Waiver waiver, CellId cell) {
    boolean scenario =
        waiver.scenario().equals(cell.scenario()) || waiver.scenario().equals(cell.slug());
    return scenario && (waiver.device().equals("*") || waiver.device().equals(cell.device()));
  }

  private static String words(Waiver waiver) {
    return waiver.because() + (waiver.since().isEmpty() ? "" : " (since " + waiver.since() + ")");
  }

  private static Finding needless(Waiver waiver, CellId cell) {
    return Finding.warning(
        "NeedlessWaiver",
        waiver.at(),
        "'" + cell.scenario() + "' passes on '" + cell.device() + "' without its waiver",
        "take the waiver away");
  }
}
