package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Gate;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One attempt's evidence as it is judged: decoded, and window by window. */
final class Trial {
  private final Evidence evidence;
  private final View view;
  private final Gate gate;

  Trial(Evidence evidence) {
    this.evidence = evidence;
    this.view = View.of(evidence);
    this.gate = Gate.of(evidence.scenario(), evidence.plugin(), sdk(evidence));
  }

  private static Sdk sdk(Evidence evidence) {
    return Sdk.of(evidence.device().sdk())
        .orElseThrow(
            () -> new IllegalArgumentException("no SDK is '" + evidence.device().sdk() + "'"));
  }

  Evidence evidence() {
    return evidence;
  }

  View view() {
    return view;
  }

  /** Whether the plugin is to be silent from the first step to the last. */
  boolean isGateShut() {
    return gate.isAlwaysShut();
  }

  /** Whether a gate is shut when a window is looked at, so that no sentinel can come. */
  boolean isGateShut(Window window) {
    return window.step() == Window.FINAL ? gate.isShutAtTheEnd() : gate.isShutBefore(window.step());
  }

  /** Whether a gate is shut for as long as a window sees. */
  private boolean isShutThroughout(Window window) {
    if (window.step() == Window.FINAL) {
      return gate.isAlwaysShut();
    }
    List<Step> steps = evidence.scenario().steps();
    int from = window.step();
    while (from > 0 && !(steps.get(from - 1) instanceof Step.Expect)) {
      from--;
    }
    return gate.isShut(from, window.step());
  }

  Optional<Trial> twin() {
    return evidence.twin().map(Trial::new);
  }

  /** How leaving is told: a page is left, an app goes to the background. */
  String leaving() {
    return evidence.device().platform().equals("web") ? "the page was left" : "the app was left";
  }

  /** What a window was to show; empty where the scenario has no such step. */
  Optional<List<Expectation>> expectations(Window window) {
    Scenario scenario = evidence.scenario();
    if (window.step() == Window.FINAL) {
      return Optional.of(scenario.expect());
    }
    boolean known = window.step() >= 0 && window.step() < scenario.steps().size();
    return known && scenario.steps().get(window.step()) instanceof Step.Expect expect
        ? Optional.of(expect.expectations())
        : Optional.empty();
  }

  /** Every expectation of the scenario, those of its windows first. */
  List<Expectation> expectations() {
    return evidence.scenario().expectations();
  }

  Scope scope(Window window, List<Expectation> expectations) {
    boolean last = window.step() == Window.FINAL;
    Optional<Instant> left = last ? evidence.left() : Optional.empty();
    return new Scope(
        view,
        window.from(),
        last ? Integer.MAX_VALUE : window.to(),
        left,
        leaving(),
        window.observations(),
        last && !evidence.console().isEmpty() ? Optional.of(evidence.console()) : Optional.empty(),
        expectations,
        isShutThroughout(window));
  }
}
