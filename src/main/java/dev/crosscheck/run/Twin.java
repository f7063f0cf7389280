package dev.crosscheck.run;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Gate;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.verdict.TwinLag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The twin of a silent cell: the same steps with the gate open, which must be heard. */
final class Twin {
  private static final Times HEARD = new Times(1, OptionalInt.of(Integer.MAX_VALUE));
  private static final int TIMES_LAG = 3;

  private Twin() {}

  /** Whether a scenario claims that a plugin behind a shut gate is silent. */
  static boolean isNeededBy(Scenario scenario, Plugin plugin, Sdk sdk) {
    Gate gate = Gate.of(scenario, plugin, sdk);
    List<Step> steps = scenario.steps();
    return scenario.atTheEnd().stream().anyMatch(Expectation::closes) && gate.isShutAtTheEnd()
        || IntStream.range(0, steps.size())
            .filter(gate::isShutBefore)
            .anyMatch(i -> steps.get(i) instanceof Step.Expect window && window.closes())
        || silenced(scenario, plugin, sdk).stream().anyMatch(scenario.given()::keepsBack);
  }

  /** The calls of which nothing may arrive, where a gate keeps them from the plugin. */
  private static List<Expectation.Arrival> silenced(Scenario scenario, Plugin plugin, Sdk sdk) {
    Gate gate = Gate.of(scenario, plugin, sdk);
    boolean shut =
        gate.isShutAtTheEnd()
            || IntStream.range(0, scenario.steps().size()).anyMatch(gate::isShutBefore);
    return scenario.expectations().stream()
        .flatMap(
            expected ->
                expected instanceof Expectation.Arrival arrival
                        && arrival.isNever()
                        && (shut || scenario.given().keepsBack(arrival))
                    ? Stream.of(arrival)
                    : Stream.empty())
        .toList();
  }

  /**
   * The same steps, but for those that look at traffic, under open gates; expected is that every
   * type and request claimed absent comes at least once. It is sealed like any other, so that its
   * longest lag is known.
   */
  static Scenario of(Scenario silent, Plugin plugin, Sdk sdk) {
    List<Step> steps =
        silent.steps().stream()
            .filter(step -> !(step instanceof Step.OnRun))
            .map(Twin::opened)
            .toList();
    List<Expectation> heard = new ArrayList<>();
    ClaimedTypes.absentIn(silent, plugin).stream()
        .map(MessageType::name)
        .map(type -> new Expectation.Messages(silent.at(), type, HEARD, false, Optional.empty()))
        .forEach(heard::add);
    ClaimedTypes.requestsAbsentIn(silent).stream()
        .map(absent -> new Expectation.Requests(silent.at(), absent.request(), HEARD, Map.of()))
        .forEach(heard::add);
    silenced(silent, plugin, sdk).stream()
        .map(arrival -> new Expectation.Arrival(silent.at(), HEARD, ungated(arrival.calls())))
        .forEach(heard::add);
    return new Scenario(
        silent.id(),
        silent.title(),
        silent.at(),
        silent.sha256(),
        silent.text(),
        silent.given().opened(plugin, sdk),
        steps,
        heard,
        List.of(),
        silent.deadline());
  }

  private static Step opened(Step step) {
    if (step instanceof Step.Call call) {
      return call.ungated();
    }
    return step instanceof Step.Consent consent ? consent.agreed() : step;
  }

  private static List<Step.Call> ungated(List<Step.Call> calls) {
    return calls.stream().map(Step.Call::ungated).toList();
  }

  /** How long the silent cell must stay silent: three times the longest lag, or {@code settle}. */
  static Duration silenceAfter(Evidence twin) {
    Duration settle = twin.plugin().partner().settle();
    Duration silence = TwinLag.longest(twin).multipliedBy(TIMES_LAG);
    return silence.compareTo(settle) > 0 ? silence : settle;
  }
}
