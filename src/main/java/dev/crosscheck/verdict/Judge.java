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
  public Verdict judge(Evidence evidence) {
    Trial trial = new Trial(evidence);
    List<Mismatch> unwritten = Violations.in(trial);
    List<WindowRuling> windows = windows(trial);
    Verdict verdict =
        evidence.trouble().isPresent()
            ? new TroubleRuling(trial, unwritten, windows).verdict(evidence.trouble().get())
            : verdict(trial, unwritten, windows);
    return Waiving.of(verdict, evidence);
  }

  private static List<WindowRuling> windows(Trial trial) {
    List<WindowRuling> rulings = new ArrayList<>();
    for (Window window : trial.evidence().windows()) {
      trial
          .expectations(window)
          .ifPresent(expected -> rulings.add(WindowRuling.of(window, expected, trial)));
    }
    return rulings;
  }

  private static Verdict verdict(
      Trial trial, List<Mismatch> unwritten, List<WindowRuling> windows) {
    List<Finding> findings = Violations.findings(trial);
    List<Mismatch> mismatches = new ArrayList<>();
    windows.forEach(window -> mismatches.addAll(window.unmet()));
    windows.forEach(window -> mismatches.addAll(window.broken()));
    if (windows.stream().allMatch(window -> window.broken().isEmpty())) {
      mismatches.addAll(ShutGate.in(trial));
    }
    mismatches.addAll(unwritten);
    Proof proof = Proving.of(trial, windows);
    if (trial.view().capture().exchanges().isEmpty()) {
      return new Verdict.Broken("nothing at all was captured", findings);
    } else if (!mismatches.isEmpty()) {
      return new Verdict.Failed(reason(mismatches), mismatches, proof, findings);
    }
    List<String> doubts = new ArrayList<>(unreached(trial));
    windows.forEach(window -> doubts.addAll(window.doubts()));
    return doubts.isEmpty()
        ? new Verdict.Passed(proof, findings)
        : new Verdict.Broken(doubts.get(0), findings);
  }

  /** A green cell has evidence for all that it claims, and claims something. */
  private static List<String> unreached(Trial trial) {
    List<String> why = new ArrayList<>();
    List<Step> steps = trial.evidence().scenario().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.Expect && !isReached(trial, i)) {
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

  private static boolean claimsSomething(Expectation expectation) {
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
