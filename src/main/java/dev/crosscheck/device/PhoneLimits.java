package dev.crosscheck.device;

import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.Optional;

/** What a phone cannot do that is told by links alone. */
final class PhoneLimits {
  private PhoneLimits() {}

  /** A link opens the app, so nothing can be told to one that has to stay in the background. */
  static Optional<String> cannot(Scenario scenario) {
    boolean away = false;
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Background) {
        away = true;
      } else if (opens(step)) {
        away = false;
      } else if (away && isTold(step)) {
        return Optional.of(
            "'" + step.describe() + "' in the background: the link that tells it opens the app");
      }
    }
    return away
        ? Optional.of("it ends in the background: what shows that nothing more comes opens the app")
        : Optional.empty();
  }

  private static boolean opens(Step step) {
    return step instanceof Step.Foreground
        || step instanceof Step.Relaunch
        || step instanceof Step.DeepLink
        || isOpened(step);
  }

  private static boolean isOpened(Step step) {
    return step instanceof Step.Push push && push.moment() == Step.Push.Moment.OPENED;
  }

  private static boolean isTold(Step step) {
    return step instanceof Step.Call
        || step instanceof Step.Push
        || step instanceof Step.Opt
        || step instanceof Step.Flush
        || step instanceof Step.Reset;
  }
}
