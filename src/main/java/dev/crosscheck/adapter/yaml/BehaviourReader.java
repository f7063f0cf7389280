package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Step.PartnerAnswers.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how the partner answers from a step on: {@code 500}, {@code reset}, {@code slow}. */
final class BehaviourReader {
  static final List<String> WORDS = List.of("default", "reset", "slow");

  /** What {@code slow} means where nothing is said. */
  static final Duration USUAL_DELAY = Duration.ofSeconds(2);

  private BehaviourReader() {}

  static Optional<Behaviour> read(Cursor value) {
    if (value.isNumber()) {
      return StatusNotation.read(value).map(Behaviour.Status::new);
    } else if (value.isMap()) {
      return value
          .fields(Shape.SLOW_PARTNER)
          .flatMap(fields -> fields.read("slow", DurationNotation::read))
          .map(Behaviour.Slow::new);
    }
    return value.word(WORDS).map(BehaviourReader::named);
  }

  private static Behaviour named(String word) {
    return switch (word) {
      case "reset" -> new Behaviour.Reset();
      case "slow" -> new Behaviour.Slow(USUAL_DELAY);
      default -> new Behaviour.Usual();
    };
  }
}
