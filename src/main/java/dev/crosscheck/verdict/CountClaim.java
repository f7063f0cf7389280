package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import dev.crosscheck.match.Difference;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Times;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * At least and at most so many of something, and nothing else of its kind.
 *
 * @param noun what is counted: a type's name, {@code request}, {@code delivery to Segment}
 * @param candidates all of the kind in a window
 * @param only nothing of the kind may come that does not match
 */
record CountClaim(
    Expectation expectation,
    String noun,
    Times times,
    boolean only,
    Optional<Pattern> match,
    Function<Scope, List<Candidate>> candidates)
    implements Claim {

  static CountClaim of(Expectation.Messages expected) {
    return new CountClaim(
        expected,
        expected.type(),
        expected.times(),
        expected.only(),
        expected.match(),
        scope ->
            scope.messages(expected.type()).stream().map(m -> Candidate.of(m, scope)).toList());
  }

  static CountClaim of(Expectation.Requests expected) {
    Optional<Pattern> match =
        expected.match().isEmpty()
            ? Optional.empty()
            : Optional.of(new Pattern.Fields(new TreeMap<>(expected.match())));
    return new CountClaim(
        expected,
        "request",
        expected.times(),
        false,
        match,
        scope ->
            scope.exchanges().stream()
                .filter(exchange -> isOne(expected, exchange, scope.view()))
                .map(exchange -> Candidate.of(exchange, scope))
                .toList());
  }

  static CountClaim of(Expectation.SegmentDelivery expected) {
    return new CountClaim(
        expected,
        expected.call().equals("any") ? "delivery to Segment" : expected.call() + " to Segment",
        expected.times(),
        false,
        expected.match(),
        scope ->
            scope.deliveries().stream()
                .filter(delivery -> isOf(expected.call(), delivery))
                .map(delivery -> Candidate.of(delivery, scope))
                .toList());
  }

  /** A request pattern without a host of its own speaks of the partner's hosts. */
  static boolean isOne(Expectation.Requests expected, Exchange exchange, View view) {
    return expected.request().matches(exchange.request())
        && (!expected.request().host().equals("*") || view.party(exchange) == Party.PARTNER);
  }

  private static boolean isOf(String call, Message delivery) {
    return call.equals("any") || delivery.content().path("type").asString("").equals(call);
  }

  /** Those of the window that match. */
  List<Candidate> matching(Scope scope) {
    return candidates.apply(scope).stream().filter(c -> matches(c, scope)).toList();
  }

  private boolean matches(Candidate candidate, Scope scope) {
    return match.map(pattern -> candidate.matches(pattern, scope)).orElse(true);
  }

  @Override
  public Ruling open(Scope scope) {
    if (times.least() == 0) {
      return Ruling.HOLDS;
    }
    List<Candidate> all = candidates.apply(scope);
    List<Candidate> matching = all.stream().filter(c -> matches(c, scope)).toList();
    List<Candidate> inTime = matching.stream().filter(c -> !c.late()).toList();
    if (inTime.size() >= times.least()) {
      return Ruling.seen(match.map(Compared::in).orElse(0));
    } else if (matching.size() >= times.least()) {
      return Ruling.violated(late(scope, matching.get(times.least() - 1)));
    } else if (matching.isEmpty()) {
      return Ruling.violated(
          nearest(scope, all)
              .map(near -> differing(scope, near))
              .orElseGet(() -> noneCame(scope, all)));
    }
    return Ruling.violated(tooFew(scope, all, matching));
  }

  private Mismatch late(Scope scope, Candidate late) {
    return Mismatches.at(
        expectation,
        "no " + kind() + " in time",
        "at least " + times.least() + " before " + scope.leaving(),
        "came only when " + scope.leaving(),
        scope.view(),
        late.exchange());
  }

  private Mismatch differing(Scope scope, Nearest near) {
    return Mismatches.at(
        expectation,
        "no matching " + noun,
        near.first().expectedThere(),
        near.first().actualThere(),
        scope.view(),
        near.candidate().exchange());
  }

  private Mismatch noneCame(Scope scope, List<Candidate> all) {
    String instead = all.isEmpty() ? CameInstead.words(scope) : "";
    return Mismatches.at(
        expectation, "no " + kind(), "at least " + times.least(), "none came" + instead);
  }

  private Mismatch tooFew(Scope scope, List<Candidate> all, List<Candidate> matching) {
    String what = kind() + " came " + matching.size() + " of " + times.least() + " times";
    String expected = "at least " + times.least();
    String actual = matching.size() + ": " + Mismatches.exchanges(matching);
    List<Candidate> others = all.stream().filter(c -> !matching.contains(c)).toList();
    return nearest(scope, others)
        .map(
            near ->
                Mismatches.at(
                    expectation,
                    what,
                    expected,
                    actual + "; " + near.first().actualThere() + " in another",
                    scope.view(),
                    near.candidate().exchange()))
        .orElseGet(() -> Mismatches.at(expectation, what, expected, actual));
  }

  @Override
  public Ruling closed(Scope scope) {
    List<Candidate> all = candidates.apply(scope);
    Map<Boolean, List<Candidate>> split =
        all.stream().collect(Collectors.partitioningBy(c -> matches(c, scope)));
    List<Candidate> matching = split.getOrDefault(true, List.of());
    List<Candidate> others = split.getOrDefault(false, List.of());
    if (times.most().isPresent() && matching.size() > times.most().getAsInt()) {
      return Ruling.violated(tooMany(scope, matching, times.most().getAsInt()));
    } else if (only && !others.isEmpty()) {
      return Ruling.violated(another(scope, others));
    }
    return Ruling.HOLDS;
  }

  private Mismatch tooMany(Scope scope, List<Candidate> matching, int most) {
    Candidate surplus = matching.get(most);
    String when = surplus.late() ? "; the surplus came when " + scope.leaving() : "";
    return Mismatches.at(
        expectation,
        most == 0
            ? kind() + " that must not come" + (scope.gateShut() ? " behind a shut gate" : "")
            : kind() + " came " + matching.size() + " times where at most " + most + " may come",
        most == 0 ? "none" : "at most " + most,
        matching.size() + ": " + Mismatches.exchanges(matching) + when,
        scope.view(),
        surplus.exchange());
  }

  private Mismatch another(Scope scope, List<Candidate> others) {
    String what = "another " + noun + " than expected";
    Optional<Nearest> near = nearest(scope, List.of(others.get(0)));
    return Mismatches.at(
        expectation,
        what,
        near.map(n -> n.first().expectedThere()).orElse("none"),
        near.map(n -> n.first().actualThere()).orElse("another"),
        scope.view(),
        others.get(0).exchange());
  }

  private String kind() {
    return match.isPresent() ? "matching " + noun : noun;
  }

  /** What comes closest, and how it differs first. */
  private record Nearest(Candidate candidate, List<Difference> differences) {
    /** A message of another name is farther than one that carries other properties. */
    static final Comparator<Nearest> FIRST =
        Comparator.comparingLong(Nearest::ofItself)
            .thenComparingInt(near -> near.differences().size());

    private long ofItself() {
      return differences.stream().filter(difference -> !difference.isInside()).count();
    }

    Difference first() {
      return differences.get(0);
    }
  }

  private Optional<Nearest> nearest(Scope scope, List<Candidate> all) {
    return match.flatMap(
        pattern ->
            all.stream()
                .map(candidate -> new Nearest(candidate, candidate.differences(pattern, scope)))
                .filter(near -> !near.differences().isEmpty())
                .min(Nearest.FIRST));
  }
}
