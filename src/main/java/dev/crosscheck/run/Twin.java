package dev.crosscheck.run;

import dev.crosscheck.capture.Message;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.verdict.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The twin of a silent cell: the same steps with the gate open, which must be heard. */
final class Twin {
  private static final Times HEARD = new Times(1, OptionalInt.of(Integer.MAX_VALUE));
  private static final int TIMES_LAG = 3;

  private Twin() {}

  /** Whether a scenario claims that a plugin behind a shut gate is silent. */
  static boolean isNeededBy(Scenario scenario, Plugin plugin) {
    return scenario.closes() && scenario.given().shutsOff(plugin);
  }

  /**
   * The same steps, but for those that look at traffic, under open gates; expected is that every
   * type claimed absent comes at least once. It is sealed like any other, so that its longest lag
   * is known.
   */
  static Scenario of(Scenario silent, Plugin plugin) {
    List<Step> steps =
        silent.steps().stream().filter(step -> !(step instanceof Step.OnRun)).toList();
    List<Expectation> heard =
        ClaimedTypes.absentIn(silent, plugin).stream()
            .map(MessageType::name)
            .<Expectation>map(
                type -> new Expectation.Messages(silent.at(), type, HEARD, false, Optional.empty()))
            .toList();
    return new Scenario(
        silent.id(),
        silent.title(),
        silent.at(),
        silent.sha256(),
        silent.given().opened(plugin),
        steps,
        heard,
        List.of(),
        silent.deadline());
  }

  /**
   * How long the silent cell must stay silent: three times the longest time that passed in the twin
   * to a message, from the last delivery to Segment or the last acknowledgement, whichever came
   * first; at least {@code settle}.
   */
  static Duration silenceAfter(Evidence twin) {
    View view = View.of(twin.plugin(), twin.device().platform(), twin.capture(), sentinels(twin));
    Instant base = earlier(lastAcknowledged(twin), lastDelivered(view, twin));
    Duration lag =
        view.messages().stream()
            .map(Message::at)
            .filter(at -> twin.left().map(at::isBefore).orElse(true))
            .map(at -> Duration.between(base, at))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    Duration settle = twin.plugin().partner().settle();
    Duration silence = lag.multipliedBy(TIMES_LAG);
    return silence.compareTo(settle) > 0 ? silence : settle;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static Instant lastAcknowledged(Evidence twin) {
    return twin.steps().stream()
        .filter(step -> step.kind() == StepRecord.Kind.SCENARIO)
        .flatMap(step -> step.acknowledged().stream())
        .max(Instant::compareTo)
        .orElse(twin.started());
  }

  private static Instant lastDelivered(View view, Evidence twin) {
    return view.deliveries().stream()
        .map(Message::at)
        .max(Instant::compareTo)
        .orElseGet(() -> lastAcknowledged(twin));
  }

  private static Set<String> sentinels(Evidence evidence) {
    return evidence.steps().stream()
        .flatMap(step -> step.sentinel().stream())
        .collect(Collectors.toSet());
  }
}
