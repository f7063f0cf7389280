package dev.crosscheck.device;

import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.Optional;

/** What only apps can do. */
final class PageLimits {
  private PageLimits() {}

  static Optional<String> cannot(Scenario scenario) {
    return scenario.steps().stream()
        .filter(PageLimits::isForApps)
        .findFirst()
        .map(step -> "'" + step.describe() + "' is for apps: a page has nothing like it");
  }

  private static boolean isForApps(Step step) {
    return step instanceof Step.Background
        || step instanceof Step.Foreground
        || step instanceof Step.Relaunch
        || step instanceof Step.DeepLink
        || step instanceof Step.Rotate
        || step instanceof Step.Appearance
        || step instanceof Step.Permission
        || step instanceof Step.Push
        || step instanceof Step.Opt;
  }
}
