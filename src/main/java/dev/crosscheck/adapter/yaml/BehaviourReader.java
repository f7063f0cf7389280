package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads how the partner answers from a step on: {@code 500}, {@code reset}, {@code {slow: 2s}}; or
 * that {@code with} some of its requests alone.
 */
final class BehaviourReader {
  static final List<String> WORDS =
      List.of("default", "reset", "reset in body", "truncated", "garbage", "slow", "held");

  /** What {@code slow} means where nothing is said. */
  static final Duration USUAL_DELAY = Duration.ofSeconds(2);

  /** Of garbage, in bytes. */
  private static final int USUAL_LENGTH = 64;

  private BehaviourReader() {}

  static Optional<Step> read(SourceLocation at, Cursor value) {
    boolean some =
        Shape.PARTNER_ANSWERS_TO.keys().stream().anyMatch(key -> value.value(key).isPresent());
    if (!some) {
      return behaviour(value).map(behaviour -> Step.PartnerAnswers.of(at, behaviour));
    }
    return value.fields(Shape.PARTNER_ANSWERS_TO).flatMap(fields -> some(at, fields));
  }

  private static Optional<Step> some(SourceLocation at, Fields fields) {
    Optional<PartnerBehaviour> behaviour = fields.read("with", BehaviourReader::behaviour);
    Optional<String> hosts = fields.read("to", HostNotation::some);
    Optional<Integer> share = fields.read("share", BehaviourReader::share);
    OptionalInt seed = fields.get("seed").map(Cursor::count).orElse(OptionalInt.empty());
    boolean sound =
        hosts.isPresent() == fields.has("to") && share.isPresent() == fields.has("share");
    return behaviour
        .filter(read -> sound)
        .map(
            read ->
                new Step.PartnerAnswers(
                    at,
                    read,
                    hosts,
                    share.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    seed.orElse(Step.PartnerAnswers.USUAL_SEED)));
  }

  /** In percent. */
  private static Optional<Integer> share(Cursor value) {
    return value.raw().filter(text -> text.matches("[1-9]\\d?%")).isPresent()
        ? value.raw().map(text -> Integer.valueOf(text.substring(0, text.length() - 1)))
        : value.wrong("a share from 1% to 99%");
  }

  private static Optional<PartnerBehaviour> behaviour(Cursor value) {
    if (value.isNumber()) {
      return StatusNotation.read(value).map(PartnerBehaviour.Status::new);
    } else if (value.isMap()) {
      return value.fields(Shape.BEHAVIOUR).flatMap(BehaviourReader::measured);
    }
    return value.word(WORDS).map(BehaviourReader::named);
  }

  private static PartnerBehaviour named(String word) {
    return switch (word) {
      case "reset" -> new PartnerBehaviour.Reset();
      case "reset in body" -> new PartnerBehaviour.ResetInBody(OptionalInt.empty());
      case "truncated" -> new PartnerBehaviour.Truncated(OptionalInt.empty());
      case "garbage" -> new PartnerBehaviour.Garbage(USUAL_LENGTH);
      case "slow" -> new PartnerBehaviour.Slow(USUAL_DELAY);
      case "held" -> new PartnerBehaviour.Held();
      default -> new PartnerBehaviour.Usual();
    };
  }

  private static Optional<PartnerBehaviour> measured(Fields fields) {
    List<String> said = Shape.BEHAVIOUR.keys().stream().filter(fields::has).toList();
    if (said.size() != 1) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              fields.map().label()
                  + " names one of '"
                  + String.join("', '", Shape.BEHAVIOUR.keys())
                  + "'",
              "");
      return Optional.empty();
    }
    Cursor value = fields.get(said.get(0)).orElseThrow();
    if (said.contains("slow")) {
      return DurationNotation.read(value).map(PartnerBehaviour.Slow::new);
    }
    OptionalInt bytes = value.count();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (said.get(0)) {
          case "truncated" -> new PartnerBehaviour.Truncated(bytes);
          case "reset in body" -> new PartnerBehaviour.ResetInBody(bytes);
          default -> new PartnerBehaviour.Garbage(bytes.getAsInt());
        });
  }
}
