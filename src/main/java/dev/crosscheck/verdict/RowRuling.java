package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of the claims of one row: of its windows, and of what it expects by the end.
 *
 * @param windows what came of each that was reached
 * @param unwritten violations of what every cell claims, of which it speaks
 * @param unreached why something of it was not looked at
 * @param waiver that waives it, where it fails
 * @param alone what came of it by itself, to go after a reason
 * @param unclaimed what it does not claim on this device, though it is green
 */
record RowRuling(
    Row row,
    List<WindowRuling> windows,
    List<Mismatch> unwritten,
    List<String> unreached,
    Optional<Waiver> waiver,
    String alone,
    Optional<String> unclaimed) {
  /** Of the rows before a red one; all of them would be a list to read. */
  private static final int NAMED = 3;

  static List<RowRuling> in(Trial trial) {
    return trial.evidence().scenario().rows().stream().map(row -> of(row, trial)).toList();
  }

  private static RowRuling of(Row row, Trial trial) {
    Evidence evidence = trial.evidence();
    List<WindowRuling> windows = new ArrayList<>();
    boolean ended = false;
    for (Window window : evidence.windows()) {
      if (window.step() == Window.FINAL) {
        ended = true;
        windows.add(WindowRuling.of(window, row.expect(), trial));
      } else if (row.has(window.step())) {
        trial
            .expectations(window)
            .ifPresent(expected -> windows.add(WindowRuling.of(window, expected, trial)));
      }
    }
    List<String> unreached = new ArrayList<>();
    for (int i = row.first(); i < row.first() + row.count(); i++) {
      int step = i;
      Step performed = evidence.scenario().steps().get(i);
      if (performed instanceof Step.Expect
          && evidence.windows().stream().noneMatch(window -> window.step() == step)) {
        unreached.add("the window at " + performed.at() + " was not reached");
      }
    }
    if (!ended) {
      unreached.add("the end of the scenario was not reached");
    }
    return new RowRuling(
        row,
        windows,
        Violations.of(row, trial),
        unreached,
        Waiving.ofRow(row.name(), evidence),
        alone(row, evidence),
        NotClosed.unclaimed(row, evidence.device()));
  }

  /** How it went without the other rows; empty where it was not tried. */
  private static String alone(Row row, Evidence evidence) {
    for (Evidence alone : evidence.alone()) {
      if (alone.scenario().rows().stream().anyMatch(other -> other.name().equals(row.name()))) {
        String verdict = new Judge().judge(alone).rows().get(0).verdict();
        return switch (verdict) {
          case "passed", "unsupported" ->
              "; alone it passes: it fails only " + after(row, evidence);
          case "failed", "waived" -> "; alone it fails too";
          default -> "; alone it is " + verdict;
        };
      }
    }
    return "";
  }

  /** The rows that were performed before it, the last of them by name. */
  private static String after(Row row, Evidence evidence) {
    List<String> before =
        evidence.scenario().rows().stream()
            .filter(other -> other.first() < row.first() && other.count() > 0)
            .map(other -> "'" + other.name() + "'")
            .toList();
    if (before.isEmpty()) {
      return "where other rows are performed";
    }
    int more = Math.max(0, before.size() - NAMED);
    String names = String.join(", ", before.subList(more, before.size()));
    return "after "
        + names
        + (more == 0 ? "" : " and " + more + (more == 1 ? " more row" : " more rows"));
  }

  boolean isAsked() {
    return row.standing().kind() != Row.Standing.Kind.SKIPPED;
  }

  private boolean isUnsupported() {
    return row.standing().kind() == Row.Standing.Kind.UNSUPPORTED;
  }

  List<Mismatch> mismatches() {
    List<Mismatch> all = new ArrayList<>();
    if (isAsked()) {
      windows.forEach(window -> all.addAll(window.unmet()));
      windows.forEach(window -> all.addAll(window.broken()));
      all.addAll(unwritten);
    }
    return all;
  }

  List<String> doubts() {
    List<String> all = new ArrayList<>();
    if (isAsked()) {
      all.addAll(unreached);
      windows.forEach(window -> all.addAll(window.doubts()));
    }
    return all;
  }

  boolean isFailed() {
    return !mismatches().isEmpty() && waiver.isEmpty();
  }

  boolean isWaived() {
    return !mismatches().isEmpty() && waiver.isPresent();
  }

  boolean isSilentAsDeclared() {
    return isUnsupported() && mismatches().isEmpty() && doubts().isEmpty();
  }

  /** Its mismatches, each with the row's name before it, as the cell tells them. */
  List<Mismatch> named() {
    return mismatches().stream().map(mismatch -> mismatch.in(row.name())).toList();
  }

  Optional<Finding> needlessWaiver(Evidence evidence) {
    return waiver
        .filter(given -> isAsked() && mismatches().isEmpty() && doubts().isEmpty())
        .map(given -> Waiving.needless(given, evidence.cell()));
  }

  RowVerdict verdict() {
    List<Mismatch> mismatches = mismatches();
    List<String> doubts = doubts();
    if (!isAsked()) {
      return told("skipped", row.standing().reason());
    } else if (isWaived()) {
      return told("waived", waiver.map(Waiving::words).orElse(""));
    } else if (!mismatches.isEmpty()) {
      return told("failed", Judge.reason(mismatches) + alone);
    } else if (!doubts.isEmpty()) {
      return told("broken", doubts.get(0));
    }
    return isUnsupported()
        ? told("unsupported", row.standing().reason())
        : told("passed", unclaimed.orElse(""));
  }

  /** That of a row whose session ended before its end. */
  RowVerdict troubled(boolean isHere, Verdict cell) {
    if (!isAsked()) {
      return verdict();
    } else if (isHere) {
      String why = cell.reason() + (cell instanceof Verdict.Failed ? alone : "");
      return new RowVerdict(row.name(), row.see(), cell.word(), why, cell.mismatches());
    }
    return told("broken", "the session ended before this could be judged");
  }

  private RowVerdict told(String verdict, String reason) {
    return new RowVerdict(row.name(), row.see(), verdict, reason, mismatches());
  }
}
