package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Expectation;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of the claims of one window.
 *
 * @param unmet how its open claims are refuted
 * @param broken how its closed claims are refuted
 * @param doubts why the evidence cannot tell
 * @param seen what was expected and came
 * @param closes something in it is only known once nothing more comes
 * @param silent something in it is claimed absent that only a twin shows
 */
record WindowRuling(
    Window window,
    List<Mismatch> unmet,
    List<Mismatch> broken,
    List<String> doubts,
    int seen,
    int compared,
    boolean closes,
    boolean silent) {

  static WindowRuling of(Window window, List<Expectation> expectations, Trial trial) {
    Scope scope = trial.scope(window, expectations);
    List<Mismatch> unmet = new ArrayList<>();
    List<Mismatch> broken = new ArrayList<>();
    List<String> doubts = new ArrayList<>();
    int seen = 0;
    int compared = 0;
    for (Expectation expectation : expectations) {
      Claim claim = Claim.of(expectation);
      Ruling open = claim.open(scope);
      Ruling closed = claim.closed(scope);
      unmet.addAll(open.violations());
      broken.addAll(closed.violations());
      doubts.addAll(open.doubts());
      doubts.addAll(closed.doubts());
      seen += open.seen() ? 1 : 0;
      compared += open.compared();
    }
    boolean closes = expectations.stream().anyMatch(Expectation::closes);
    if (closes) {
      SealCheck.shortfall(window, trial.view()).ifPresent(doubts::add);
      doubts.addAll(TwinCheck.doubts(window, expectations, trial));
    }
    return new WindowRuling(
        window,
        List.copyOf(unmet),
        List.copyOf(broken),
        List.copyOf(doubts),
        seen,
        compared,
        closes,
        expectations.stream().anyMatch(e -> TwinCheck.isShown(window, e, trial)));
  }
}
