package dev.crosscheck.device;

import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.Optional;

/**
 * What cannot be seen of an app on a phone: what it shows of itself is on its screen alone. And
 * what cannot be done to one.
 */
final class PhoneLimits {
  private PhoneLimits() {}

  static Optional<String> cannot(Scenario scenario, AppiumSpec.Target phone) {
    return unseen(scenario).or(() -> undone(scenario, phone));
  }

  /** Apple's tools change the permissions of simulators, wherever these are, and of no iPhone. */
  private static Optional<String> undone(Scenario scenario, AppiumSpec.Target phone) {
    return scenario.steps().stream()
        .filter(step -> step instanceof Step.Permission && phone instanceof AppiumSpec.RealIos)
        .findFirst()
        .map(
            step ->
                "'"
                    + step.describe()
                    + "' is for simulators: an iPhone is given none but by its user");
  }

  /** Whether the SDK took a call cannot be seen while the app is in the background. */
  private static Optional<String> unseen(Scenario scenario) {
    boolean away = false;
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Background) {
        away = true;
      } else if (opens(step)) {
        away = false;
      } else if (away && isTold(step)) {
        return Optional.of(
            "'"
                + step.describe()
                + "' in the background, where no screen shows whether it was taken");
      }
    }
    return away
        ? Optional.of(
            "it ends in the background, where no screen shows whether the last calls were taken")
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
