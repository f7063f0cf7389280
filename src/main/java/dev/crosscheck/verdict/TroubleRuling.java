package dev.crosscheck.verdict;

import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose fault it is that an attempt ended before its end (truth 2), and what had been seen by then:
 * a violation does not go away because something else broke, but it makes no broken cell a failed
 * one.
 */
final class TroubleRuling {
  private final Trial trial;
  private final List<Mismatch> seen = new ArrayList<>();

  TroubleRuling(Trial trial, List<Mismatch> unwritten, List<WindowRuling> windows) {
    this.trial = trial;
    for (WindowRuling window : windows) {
      // the final expectations were never waited for in full
      if (window.window().step() != Window.FINAL) {
        seen.addAll(window.unmet());
      }
      seen.addAll(window.broken());
    }
    seen.addAll(unwritten);
  }

  Verdict verdict(Trouble trouble) {
    return switch (trouble.kind()) {
      case STEP -> step(trouble);
      case WAIT -> failed(trouble.message(), unmetWait());
      case HARNESS -> broken(trouble.message());
      case INTERRUPTED -> broken("interrupted");
    };
  }

  /** Rows, where the session ended within one of them: that one is told what the cell is. */
  List<RowVerdict> rows(List<RowRuling> rows, Verdict cell) {
    int end = end();
    return rows.stream().map(row -> row.troubled(row.row().has(end), cell)).toList();
  }

  /** The step that was begun last; where that was taken, the one after it. Queued calls wait. */
  private int end() {
    int begun =
        trial.evidence().steps().stream()
            .filter(record -> record.kind() == StepRecord.Kind.SCENARIO)
            .mapToInt(StepRecord::index)
            .max()
            .orElse(0);
    return isDone(begun) ? begun + 1 : begun;
  }

  private Verdict step(Trouble trouble) {
    boolean acknowledgement = trouble.message().contains("acknowledged");
    if (trouble.withoutPlugin().isEmpty()) {
      return broken(trouble.message() + "; how it goes without the plugin is not known");
    } else if (!trouble.withoutPlugin().get()) {
      String same = acknowledgement ? "; nor is it without the plugin" : "; so without the plugin";
      return broken(trouble.message() + same);
    }
    String well =
        acknowledgement
            ? "; without the plugin it is"
            : "; without the plugin the same steps are acknowledged";
    return failed(trouble.message() + well, Optional.empty());
  }

  private Verdict failed(String reason, Optional<Mismatch> first) {
    List<Mismatch> mismatches = new ArrayList<>();
    first.ifPresent(mismatches::add);
    mismatches.addAll(seen);
    return new Verdict.Failed(reason, mismatches, Proof.NOTHING, Violations.findings(trial));
  }

  private Verdict broken(String reason) {
    List<Finding> findings = new ArrayList<>(Violations.findings(trial));
    for (Mismatch mismatch : seen) {
      findings.add(
          Finding.warning(
              "SeenBeforeTheEnd",
              mismatch.at().orElse(trial.evidence().scenario().at()),
              Mismatches.line(mismatch),
              ""));
    }
    return new Verdict.Broken(reason, findings);
  }

  /** What came instead of what was waited for. */
  private Optional<Mismatch> unmetWait() {
    return unmetStep()
        .map(
            wait -> {
              Times times = new Times(wait.count(), OptionalInt.empty());
              Expectation.Messages wanted =
                  new Expectation.Messages(wait.at(), wait.type(), times, false, wait.match());
              List<Mismatch> unmet = CountClaim.of(wanted).open(everything()).violations();
              return unmet.isEmpty()
                  ? Mismatches.at(
                      wanted,
                      "no " + wait.type() + " in time",
                      "at least " + wait.count() + " by the deadline",
                      "came after the deadline")
                  : unmet.get(0);
            });
  }

  private Optional<Step.WaitUntil> unmetStep() {
    List<Step> steps = trial.evidence().scenario().steps();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i) instanceof Step.WaitUntil wait && !isDone(i)) {
        return Optional.of(wait);
      }
    }
    return Optional.empty();
  }

  private boolean isDone(int index) {
    return trial.evidence().steps().stream()
        .filter(record -> record.kind() == StepRecord.Kind.SCENARIO)
        .anyMatch(record -> record.index() == index && record.acknowledged().isPresent());
  }

  private Scope everything() {
    List<Observation> nothing = List.of();
    Window whole = new Window(Window.FINAL, 0, 0, nothing, Optional.empty());
    return trial.scope(whole, List.of());
  }
}
