package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import java.util.List;

/**
 * The unwritten claim that a plugin behind a shut gate tells its partner nothing. A scenario that
 * expects a message there, on an SDK that does not honour the gate, lifts it.
 */
final class ShutGate {
  private ShutGate() {}

  static List<Mismatch> in(Trial trial) {
    boolean lifted = trial.expectations().stream().anyMatch(ShutGate::expectsOne);
    if (!trial.isGateShut() || lifted || trial.view().messages().isEmpty()) {
      return List.of();
    }
    Message first = trial.view().messages().get(0);
    return List.of(
        Mismatches.unwritten(
            first.type() + " behind a shut gate",
            "no message to the partner",
            Wording.of(Contents.own(first)),
            trial.view(),
            first.exchange()));
  }

  private static boolean expectsOne(Expectation expectation) {
    return expectation instanceof Expectation.Messages messages && messages.times().least() > 0
        || expectation instanceof Expectation.Requests requests && requests.times().least() > 0
        || expectation instanceof Expectation.Sends sends && sends.times().least() > 0
        || expectation instanceof Expectation.Arrival arrival && arrival.times().least() > 0;
  }
}
