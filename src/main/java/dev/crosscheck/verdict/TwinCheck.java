package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the twin of a silent cell spoke. Behind a shut gate no sentinel can come, so silence
 * proves something only where the same steps with the gate open are heard.
 */
final class TwinCheck {
  private TwinCheck() {}

  /** Why the twin proves nothing; empty where it does, or where nothing is claimed absent. */
  static List<String> doubts(Window window, List<Expectation> expectations, Trial trial) {
    List<Expectation> absent =
        expectations.stream().filter(e -> isShown(window, e, trial)).toList();
    if (absent.isEmpty()) {
      return List.of();
    }
    Optional<Trial> twin = trial.twin();
    if (twin.isEmpty()) {
      return List.of("the gate is shut and there is no twin to show that the plugin would speak");
    }
    Optional<String> trouble = trouble(twin.get().evidence());
    if (trouble.isPresent()) {
      return List.of("the twin is broken: " + trouble.get());
    }
    List<String> silent = new ArrayList<>();
    for (Expectation expectation : absent) {
      silence(expectation, twin.get())
          .map(what -> "the twin is silent too: with the gate open, " + what)
          .filter(words -> !silent.contains(words))
          .ifPresent(silent::add);
    }
    return silent;
  }

  /** Whether it is an absence that a twin has to show. */
  static boolean isShown(Window window, Expectation expectation, Trial trial) {
    boolean gated =
        trial.isGateShut(window)
            || expectation instanceof Expectation.Arrival arrival
                && trial.evidence().scenario().given().keepsBack(arrival);
    return gated && isAbsence(expectation);
  }

  /** Whether it claims that something of the partner's does not come. */
  static boolean isAbsence(Expectation expectation) {
    if (expectation instanceof Expectation.Messages messages) {
      return messages.closes() && messages.times().least() == 0;
    } else if (expectation instanceof Expectation.Requests requests) {
      return requests.closes() && requests.times().least() == 0;
    }
    return expectation instanceof Expectation.NothingElse
        || expectation instanceof Expectation.Arrival arrival && arrival.isNever();
  }

  private static Optional<String> trouble(Evidence twin) {
    if (twin.trouble().isPresent()) {
      return Optional.of(twin.trouble().get().message());
    }
    return twin.capture().exchanges().isEmpty()
        ? Optional.of("nothing at all was captured")
        : Optional.empty();
  }

  private static Optional<String> silence(Expectation expectation, Trial twin) {
    View view = twin.view();
    if (expectation instanceof Expectation.Arrival arrival) {
      return unseen(arrival, twin);
    } else if (expectation instanceof Expectation.Messages messages) {
      return view.of(messages.type()).isEmpty()
          ? Optional.of("no " + messages.type() + " came either")
          : Optional.empty();
    } else if (expectation instanceof Expectation.Requests requests) {
      return view.exchanges().stream().noneMatch(e -> CountClaim.isOne(requests, e, view))
          ? Optional.of("no " + requests.request() + " came either")
          : Optional.empty();
    }
    return view.messages().isEmpty()
        ? Optional.of("the partner got no message either")
        : Optional.empty();
  }

  private static Optional<String> unseen(Expectation.Arrival arrival, Trial twin) {
    View view = twin.view();
    Telling telling = view.telling();
    return arrival.calls().stream()
        .filter(
            call -> telling.carrying(telling.needles(call).marked(), view.exchanges()).isEmpty())
        .findFirst()
        .map(
            call ->
                "nothing of '"
                    + call.describe()
                    + "' can be seen in the plugin's traffic either: describe it under 'messages'");
  }
}
