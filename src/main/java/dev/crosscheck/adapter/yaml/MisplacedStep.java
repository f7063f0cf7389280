package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Step;
import java.util.List;

/**
 * The rule {@code MisplacedStep}: before {@code ready} the SDK is not up, so calls are queued,
 * nothing is sent, and another page would lose the queue; and an app comes to the front from the
 * background alone; a device that is offline reaches no host at all; and only a page that asks for
 * consent takes it. In the background everything can be done: SDKs track there too.
 */
final class MisplacedStep {
  private MisplacedStep() {}

  static void check(List<Step> steps, Findings findings) {
    ready(steps, findings);
    background(steps, findings);
    offline(steps, findings);
  }

  /** For a page that asks for no consent. */
  static void consent(List<Step> steps, Findings findings) {
    for (Step step : steps) {
      if (step instanceof Step.Consent) {
        tell(
            findings,
            step,
            "stands where the page asks for no consent",
            "say by which model it asks: given: {consent: {model: opt-in}}");
      }
    }
  }

  private static void ready(List<Step> steps, Findings findings) {
    boolean up = steps.stream().noneMatch(Step::startsTheSdk);
    boolean ready = false;
    for (Step step : steps) {
      if (step instanceof Step.Ready) {
        if (ready) {
          tell(findings, step, "stands after another 'ready'", "one is enough: take it away");
        }
        ready = true;
        up = true;
      } else if (step instanceof Step.SdkReady) {
        if (up) {
          tell(
              findings,
              step,
              "stands where the SDK is up",
              "it is the first to wait for: take it away");
        }
        up = true;
      } else if (!up && needsTheSdk(step)) {
        tell(
            findings,
            step,
            "stands before 'ready'",
            "the SDK is not up yet: only calls, 'consent', 'network' and 'partner answers' can come first");
      }
    }
  }

  private static void background(List<Step> steps, Findings findings) {
    boolean mayBeBehind = false;
    boolean mayBeInFront = true;
    for (Step step : steps) {
      if (step instanceof Step.Background) {
        if (!mayBeInFront) {
          tell(findings, step, "stands after another 'background'", "one is enough: take it away");
        }
        mayBeBehind = true;
        mayBeInFront = false;
      } else if (step instanceof Step.Foreground && !mayBeBehind) {
        tell(
            findings,
            step,
            "stands where the app is in the foreground",
            "put 'background' before it, or take it away");
      } else if (step instanceof Step.Foreground || step instanceof Step.Relaunch) {
        mayBeBehind = false;
        mayBeInFront = true;
      } else if (opensTheApp(step)) {
        mayBeInFront = true;
      }
    }
  }

  private static void offline(List<Step> steps, Findings findings) {
    boolean offline = false;
    for (Step step : steps) {
      if (step instanceof Step.SetNetwork set && set.to().isPresent()) {
        if (offline) {
          tell(
              findings,
              step,
              "stands where the device is offline",
              "no host is reached then: put 'network: online' before it");
        }
      } else if (step instanceof Step.SetNetwork set) {
        offline = set.isDeviceOffline();
      }
    }
  }

  /** As a rule: what an app does with a link or a message is its own affair. */
  private static boolean opensTheApp(Step step) {
    return step instanceof Step.DeepLink
        || step instanceof Step.Push push && push.moment() == Step.Push.Moment.OPENED;
  }

  private static boolean needsTheSdk(Step step) {
    return !(step instanceof Step.Call
        || step instanceof Step.OnNetwork
        || step instanceof Step.Consent);
  }

  private static void tell(Findings findings, Step step, String where, String hint) {
    findings.error(Rule.MISPLACED_STEP, step.at(), "'" + step.describe() + "' " + where, hint);
  }
}
