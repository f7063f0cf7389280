package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Differs;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The rule {@code VacuousAbsence}: what is claimed not to come must be something that the steps so
 * far could have caused, else the claim holds of any plugin.
 *
 * <p>A plugin may send any type for any call, and may listen to the page or the app, so all that
 * can be said of the partner is that a call or an act of the user's is needed. What Segment gets is
 * known: a track needs a track, or something that a mobile SDK tracks by itself.
 */
final class VacuousAbsence {
  private final Findings findings;

  private VacuousAbsence(Findings findings) {
    this.findings = findings;
  }

  static void check(Scenario scenario, Findings findings) {
    VacuousAbsence rule = new VacuousAbsence(findings);
    List<Step> before = new ArrayList<>();
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Expect window) {
        rule.check(before, window.expectations());
      }
      before.add(step);
    }
    rule.check(before, scenario.atTheEnd());
    for (Differs differs : scenario.differs()) {
      rule.check(before, differs.expect());
    }
  }

  private void check(List<Step> before, List<Expectation> expectations) {
    for (Expectation expectation : expectations) {
      if (expectation instanceof Expectation.Messages messages && isNone(messages.times())) {
        needsCause(before, messages.at(), "could make the plugin send '" + messages.type() + "'");
        messages.match().ifPresent(match -> Misspelt.check(match, messages.at(), before, findings));
      } else if (expectation instanceof Expectation.Requests requests && isNone(requests.times())) {
        needsCause(before, requests.at(), "could make the plugin send a request");
      } else if (expectation instanceof Expectation.NothingElse nothing) {
        needsCause(before, nothing.at(), "could make the plugin send anything");
      } else if (expectation instanceof Expectation.SegmentDelivery delivery
          && isNone(delivery.times())) {
        needsCall(before, delivery);
      }
    }
  }

  private static boolean isNone(Times times) {
    return times.most().equals(OptionalInt.of(0));
  }

  private void needsCause(List<Step> before, SourceLocation at, String what) {
    if (before.stream().noneMatch(VacuousAbsence::mayCause)) {
      tell(at, what, "a call or an act on the page or the app");
    }
  }

  private static boolean mayCause(Step step) {
    return step instanceof Step.Call
        || step instanceof Step.Click
        || step instanceof Step.Type
        || step instanceof Step.Navigate
        || step instanceof Step.Reload
        || step instanceof Step.Rotate
        || step instanceof Step.Appearance
        || isTracked(step);
  }

  /** Whether the Spec's lifecycle events tell of it. */
  private static boolean isTracked(Step step) {
    return step instanceof Step.Background
        || step instanceof Step.Foreground
        || step instanceof Step.Relaunch
        || step instanceof Step.DeepLink
        || step instanceof Step.Push;
  }

  private void needsCall(List<Step> before, Expectation.SegmentDelivery delivery) {
    Set<SpecCall> calls = callsOf(before);
    Optional<SpecCall> wanted = SpecCall.of(delivery.call());
    if (wanted.map(call -> !calls.contains(call)).orElse(calls.isEmpty())) {
      tell(
          delivery.at(),
          "could deliver '" + delivery.call() + "' to Segment",
          wanted.map(call -> "a step '" + call.word() + "'").orElse("a call"));
    }
  }

  private static Set<SpecCall> callsOf(List<Step> steps) {
    Set<SpecCall> calls = EnumSet.noneOf(SpecCall.class);
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        calls.add(call.call());
      } else if (isTracked(step)) {
        calls.add(SpecCall.TRACK);
      }
    }
    return calls;
  }

  private void tell(SourceLocation at, String what, String missing) {
    findings.error(
        Rule.VACUOUS_ABSENCE,
        at,
        "no step before this " + what,
        "such an absence shows nothing: put " + missing + " before it");
  }
}
