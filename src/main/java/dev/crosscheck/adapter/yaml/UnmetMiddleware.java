package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.PassedCall;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SegmentSpec;
import dev.crosscheck.spec.SemanticEvent;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.verdict.Marked;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules {@code NeverMet} and {@code NoNeedle} for middleware and filters: each is for something
 * that comes its way, what it drops does not arrive, and what it changes can be known by what it
 * makes of it.
 */
final class UnmetMiddleware {
  private UnmetMiddleware() {}

  static void check(Scenario scenario, Findings findings) {
    for (Middleware middleware : scenario.given().onTheWay()) {
      boolean met =
          scenario.madeCalls().stream().anyMatch(call -> scenario.given().meets(call, middleware));
      boolean filter = scenario.given().filters().contains(middleware);
      if (!met && (filter || !mayBeTheSdks(middleware))) {
        tellUnmet(middleware, filter ? "this filter" : "this middleware", scenario, findings);
      }
    }
    for (Expectation expectation : scenario.expectations()) {
      if (expectation instanceof Expectation.Arrival arrival && !arrival.isNever()) {
        arrival.calls().forEach(call -> check(arrival, call, scenario, findings));
      }
    }
  }

  /** Mobile SDKs, which have no filters, track what happens to the app; customers drop that too. */
  private static boolean mayBeTheSdks(Middleware middleware) {
    Optional<String> event = middleware.match().event();
    return event
        .map(
            name ->
                SegmentSpec.published().event(name).filter(SemanticEvent::isOfAnApp).isPresent())
        .orElse(middleware.match().type().filter(SpecCall.TRACK::equals).isPresent());
  }

  private static void tellUnmet(
      Middleware middleware, String what, Scenario scenario, Findings findings) {
    EventMatch match = middleware.match();
    findings.error(
        Rule.NEVER_MET,
        middleware.at(),
        "no call of the steps comes to " + what + " as '" + Shown.of(match.describe()) + "'",
        scenario.madeCalls().stream().anyMatch(match::isOf)
            ? "what comes before this one drops or renames it"
            : near(match, scenario.madeCalls()).orElse("put such a call among the steps"));
  }

  private static Optional<String> near(EventMatch match, List<Step.Call> calls) {
    List<String> names =
        calls.stream()
            .flatMap(call -> match.event().isPresent() ? event(call) : name(call))
            .distinct()
            .toList();
    return match
        .event()
        .or(match::name)
        .filter(name -> !names.isEmpty())
        .map(name -> Nearest.hint(name, names));
  }

  private static Stream<String> event(Step.Call call) {
    return call instanceof Step.Track track ? Stream.of(track.event()) : Stream.empty();
  }

  private static Stream<String> name(Step.Call call) {
    if (call instanceof Step.Page page) {
      return page.name().stream();
    }
    return call instanceof Step.Screen screen ? screen.name().stream() : Stream.empty();
  }

  private static void check(
      Expectation.Arrival arrival, Step.Call call, Scenario scenario, Findings findings) {
    PassedCall passed = scenario.given().toPlugin(call);
    if (passed.dropped()) {
      findings.error(
          Rule.NEVER_MET,
          arrival.at(),
          "'" + call.describe() + "' cannot arrive: middleware or a filter drops it",
          "say 'arrives: never', or leave the call out by 'call'");
    } else if (!Marked.isIn(passed.call()) && Marked.isIn(call)) {
      findings.error(
          Rule.NO_NEEDLE,
          arrival.at(),
          "'" + call.describe() + "' carries nothing by which it could be known once changed",
          "have a text left in it, or put into it, that stands nowhere else, such as "
              + Marked.EXAMPLE);
    }
  }
}
