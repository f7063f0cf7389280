package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reaches a verdict on an attempt from its evidence alone, the same one every time: no clock, no
 * IO, no log. Knows nothing of how the evidence came about.
 */
public final class Judge {

  /** Never throws on account of what was captured. */
  public Judgement judge(Evidence evidence) {
    Trial trial = new Trial(evidence);
    List<Mismatch> unwritten = Violations.in(trial);
    List<WindowRuling> windows = windows(trial);
    List<RowRuling> rows = RowRuling.in(trial);
    if (evidence.trouble().isPresent()) {
      List<WindowRuling> all = new ArrayList<>(windows);
      rows.forEach(row -> all.addAll(row.windows()));
      TroubleRuling ruling = new TroubleRuling(trial, unwritten, all);
      Verdict verdict = Waiving.of(ruling.verdict(evidence.trouble().get()), evidence);
      return new Judgement(verdict, ruling.rows(rows, verdict));
    }
    Verdict verdict = verdict(trial, unwritten, windows, rows);
    return new Judgement(
        Waiving.of(verdict, evidence), rows.stream().map(RowRuling::verdict).toList());
  }

  /** What came of the windows that belong to no row. */
  private static List<WindowRuling> windows(Trial trial) {
    List<WindowRuling> rulings = new ArrayList<>();
    for (Window window : trial.evidence().windows()) {
      if (trial.evidence().scenario().rowOf(window.step()).isEmpty()) {
        trial
            .expectations(window)
            .ifPresent(expected -> rulings.add(WindowRuling.of(window, expected, trial)));
      }
    }
    return rulings;
  }

  private static Verdict verdict(
      Trial trial, List<Mismatch> unwritten, List<WindowRuling> own, List<RowRuling> rows) {
    List<Finding> findings = new ArrayList<>(Violations.findings(trial));
    List<WindowRuling> windows = new ArrayList<>(own);
    rows.stream().filter(RowRuling::isAsked).forEach(row -> windows.addAll(row.windows()));
    List<Mismatch> mismatches = new ArrayList<>();
    own.forEach(window -> mismatches.addAll(window.unmet()));
    own.forEach(window -> mismatches.addAll(window.broken()));
    rows.stream().filter(RowRuling::isFailed).forEach(row -> mismatches.addAll(row.named()));
    if (windows.stream().allMatch(window -> window.broken().isEmpty())) {
      mismatches.addAll(ShutGate.in(trial));
    }
    mismatches.addAll(unwritten);
    rows.forEach(row -> row.needlessWaiver(trial.evidence()).ifPresent(findings::add));
    Proof proof = Proving.of(trial, windows);
    if (trial.view().capture().exchanges().isEmpty()) {
      return new Verdict.Broken("nothing at all was captured", findings);
    } else if (!mismatches.isEmpty()) {
      return new Verdict.Failed(reason(mismatches), mismatches, proof, findings);
    }
    List<String> doubts = new ArrayList<>(unreached(trial));
    own.forEach(window -> doubts.addAll(window.doubts()));
    rows.stream().filter(row -> !row.isWaived()).forEach(row -> doubts.addAll(row.doubts()));
    if (!doubts.isEmpty()) {
      return new Verdict.Broken(doubts.get(0), findings);
    }
    return rows.isEmpty() ? new Verdict.Passed(proof, findings) : green(rows, proof, findings);
  }

  /** None of its rows failed: it is waived if one would have, and unsupported if all of it is. */
  private static Verdict green(List<RowRuling> rows, Proof proof, List<Finding> findings) {
    List<Mismatch> waived = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (RowRuling row : rows) {
      if (row.isWaived()) {
        waived.addAll(row.named());
        reasons.add("'" + row.row().name() + "': " + row.verdict().reason());
      }
    }
    if (!waived.isEmpty()) {
      return new Verdict.Waived(String.join("; ", reasons), waived, proof, findings);
    }
    List<RowRuling> asked = rows.stream().filter(RowRuling::isAsked).toList();
    return asked.stream().allMatch(RowRuling::isSilentAsDeclared)
        ? new Verdict.Unsupported(asked.get(0).row().standing().reason(), proof)
        : new Verdict.Passed(proof, findings);
  }

  /** A green cell has evidence for all that it claims, and claims something. */
  private static List<String> unreached(Trial trial) {
    List<String> why = new ArrayList<>();
    List<Step> steps = trial.evidence().scenario().steps();
    for (int i = 0; i < steps.size(); i++) {
      boolean own = trial.evidence().scenario().rowOf(i).isEmpty();
      if (own && steps.get(i) instanceof Step.Expect && !isReached(trial, i)) {
        why.add("the window at " + steps.get(i).at() + " was not reached");
      }
    }
    if (!isReached(trial, Window.FINAL)) {
      why.add("the end of the scenario was not reached");
    } else if (trial.expectations().stream().noneMatch(Judge::claimsSomething)) {
      why.add("the scenario claims nothing");
    }
    return why;
  }

  private static boolean isReached(Trial trial, int step) {
    return trial.evidence().windows().stream().anyMatch(window -> window.step() == step);
  }

  static boolean claimsSomething(Expectation expectation) {
    if (expectation.closes()) {
      return true;
    } else if (expectation instanceof Expectation.Messages messages) {
      return messages.times().least() > 0;
    } else if (expectation instanceof Expectation.Requests requests) {
      return requests.times().least() > 0;
    } else if (expectation instanceof Expectation.SegmentDelivery delivery) {
      return delivery.times().least() > 0;
    }
    return true;
  }

  static String reason(List<Mismatch> mismatches) {
    Optional<Mismatch> first = mismatches.stream().findFirst();
    String more = mismatches.size() > 1 ? " (and " + (mismatches.size() - 1) + " more)" : "";
    return first.map(Mismatches::line).orElse("") + more;
  }
}
