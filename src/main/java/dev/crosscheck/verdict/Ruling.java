package dev.crosscheck.verdict;

import java.util.List;

/**
 * What came of one claim.
 *
 * @param violations how the evidence refutes it
 * @param doubts why the evidence cannot tell
 * @param seen something that was expected to come came
 * @param compared how many properties of what came were compared
 */
record Ruling(List<Mismatch> violations, List<String> doubts, boolean seen, int compared) {
  static final Ruling HOLDS = new Ruling(List.of(), List.of(), false, 0);

  Ruling {
    violations = List.copyOf(violations);
    doubts = List.copyOf(doubts);
  }

  static Ruling violated(Mismatch mismatch) {
    return new Ruling(List.of(mismatch), List.of(), false, 0);
  }

  static Ruling violated(List<Mismatch> mismatches) {
    return new Ruling(mismatches, List.of(), false, 0);
  }

  static Ruling doubted(String why) {
    return new Ruling(List.of(), List.of(why), false, 0);
  }

  static Ruling seen(int compared) {
    return new Ruling(List.of(), List.of(), true, compared);
  }

  boolean holds() {
    return violations.isEmpty() && doubts.isEmpty();
  }
}
