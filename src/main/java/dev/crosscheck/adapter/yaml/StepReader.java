package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one step: a map whose first key names it, or that key alone. */
final class StepReader {
  /** What can be done, by the key that names it. */
  static final Map<String, Shape> WORDS =
      Named.byFirstKey(
          Shape.IDENTIFY,
          Shape.TRACK,
          Shape.PAGE,
          Shape.SCREEN,
          Shape.GROUP,
          Shape.ALIAS,
          Shape.READY,
          Shape.SDK_READY,
          Shape.FLUSH,
          Shape.RESET,
          Shape.RELOAD,
          Shape.NAVIGATE,
          Shape.CLICK,
          Shape.TYPE,
          Shape.CONSENT_SAID,
          Shape.BACKGROUND,
          Shape.FOREGROUND,
          Shape.RELAUNCH,
          Shape.DEEP_LINK,
          Shape.ROTATE,
          Shape.APPEARANCE,
          Shape.GRANT,
          Shape.DENY,
          Shape.PUSH,
          Shape.OPT,
          Shape.NETWORK,
          Shape.PARTNER_ANSWERS,
          Shape.PARTNER_ASKED,
          Shape.WAIT_UNTIL,
          Shape.EXPECT);

  /** Steps that may be a bare word. */
  static final List<String> BARE =
      List.of(
          "ready",
          "sdk ready",
          "flush",
          "reset",
          "reload",
          "page",
          "screen",
          "background",
          "foreground",
          "relaunch");

  private final Vocabulary vocabulary;
  private final ExpectationReader expectations;
  private final PatternReader patterns;

  StepReader(Vocabulary vocabulary, ExpectationReader expectations) {
    this.vocabulary = vocabulary;
    this.expectations = expectations;
    this.patterns = new PatternReader(vocabulary.types());
  }

  /** The steps of a list that could be read. */
  List<Step> list(Cursor value) {
    List<Step> steps = new ArrayList<>();
    List<Cursor> items = value.items();
    items.forEach(item -> read(item).ifPresent(steps::add));
    if (value.isList() && items.isEmpty()) {
      value.error(Rule.EMPTY_STEPS, "there are no steps", "a scenario makes at least one call");
    }
    MisplacedStep.check(steps, value.origin().findings());
    return steps;
  }

  Optional<Step> read(Cursor item) {
    Cursor step = item.raw().filter(BARE::contains).isPresent() ? item.asKeyOfNothing() : item;
    if (step.isText() && !step.raw().filter(WORDS::containsKey).isPresent()) {
      step = step.asKeyOfNothing(); // an unknown word rather than a wrong type
    }
    return Named.read(step, "step", Rule.UNKNOWN_STEP, WORDS, List.of()).flatMap(this::named);
  }

  private Optional<Step> named(Named named) {
    SourceLocation at = named.fields().at();
    Cursor value = named.value();
    return switch (named.word()) {
      case "ready" -> bare(value, new Step.Ready(at));
      case "sdk ready" -> bare(value, new Step.SdkReady(at));
      case "flush" -> bare(value, new Step.Flush(at));
      case "reset" -> bare(value, new Step.Reset(at));
      case "reload" -> bare(value, new Step.Reload(at));
      case "navigate" -> navigate(at, value);
      case "click" -> LocatorReader.read(value).map(element -> new Step.Click(at, element));
      case "type" -> type(at, value);
      case "background" -> bare(value, new Step.Background(at));
      case "foreground" -> bare(value, new Step.Foreground(at));
      case "relaunch" -> bare(value, new Step.Relaunch(at));
      case "consent" -> ConsentReader.step(at, value);
      case "deep link", "rotate", "appearance", "grant", "deny", "push", "opt" ->
          AppStepReader.read(named);
      case "network" -> NetworkReader.read(at, value);
      case "partner answers" -> BehaviourReader.read(at, value);
      case "wait until" -> value.fields(Shape.AWAITED).flatMap(fields -> waitUntil(at, fields));
      case "partner asked" -> value.fields(Shape.ASKED).flatMap(fields -> asked(at, fields));
      case "expect" -> Optional.of(new Step.Expect(at, expectations.list(value)));
      default -> CallReader.read(named);
    };
  }

  private static Optional<Step> bare(Cursor value, Step step) {
    return value.isNothing() ? Optional.of(step) : value.wrong("empty");
  }

  private static Optional<Step> navigate(SourceLocation at, Cursor value) {
    Optional<String> path = value.text();
    if (path.isPresent() && !path.get().matches("/(?!/)[^\\s\\\\]*")) {
      value.error(
          Rule.BAD_PATH,
          "'" + Shown.of(path.get()) + "' is no path of the host page",
          "write a path that begins with one '/', such as /pricing?plan=pro");
      return Optional.empty();
    }
    return path.map(to -> new Step.Navigate(at, to));
  }

  private static Optional<Step> type(SourceLocation at, Cursor value) {
    Optional<Fields> fields = value.fields(Shape.TYPED);
    Optional<String> text = fields.flatMap(f -> f.read("text", Cursor::anyText));
    return fields
        .flatMap(LocatorReader::in)
        .flatMap(element -> text.map(t -> new Step.Type(at, element, t)));
  }

  private Optional<Step> waitUntil(SourceLocation at, Fields fields) {
    int count = fields.get("times").map(StepReader::atLeastOne).orElse(1);
    var match = fields.get("match").map(patterns::read);
    return fields
        .read("partner", vocabulary::type)
        .map(type -> new Step.WaitUntil(at, type, count, match));
  }

  private static Optional<Step> asked(SourceLocation at, Fields fields) {
    int times = fields.get("times").map(StepReader::atLeastOne).orElse(1);
    return fields
        .read("within", DurationNotation::read)
        .map(within -> new Step.PartnerAsked(at, times, within));
  }

  private static int atLeastOne(Cursor value) {
    int count = value.count().orElse(Times.AT_LEAST_ONCE.least());
    if (count == 0) {
      value.error(
          Rule.BAD_TIMES,
          "nothing is waited for 0 times",
          "an absence is expected, not waited for: say it under 'expect'");
    }
    return count;
  }
}
