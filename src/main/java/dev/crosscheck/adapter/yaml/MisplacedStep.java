package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Step;
import java.util.List;

/**
 * The rule {@code MisplacedStep}: before {@code ready} the SDK is not up, so calls are queued,
 * nothing is sent, and another page would lose the queue.
 */
final class MisplacedStep {
  private MisplacedStep() {}

  static void check(List<Step> steps, Findings findings) {
    boolean up = steps.stream().noneMatch(Step.Ready.class::isInstance);
    for (Step step : steps) {
      if (step instanceof Step.Ready) {
        if (up) {
          tell(findings, step, "stands after another 'ready'", "one is enough: take it away");
        }
        up = true;
      } else if (!up && needsTheSdk(step)) {
        tell(
            findings,
            step,
            "stands before 'ready'",
            "the SDK is not up yet: only calls, 'network' and 'partner answers' can come first");
      }
    }
  }

  private static boolean needsTheSdk(Step step) {
    return !(step instanceof Step.Call || step instanceof Step.OnNetwork);
  }

  private static void tell(Findings findings, Step step, String where, String hint) {
    findings.error(Rule.MISPLACED_STEP, step.at(), "'" + step.describe() + "' " + where, hint);
  }
}
