package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Haystack;
import dev.crosscheck.capture.Message;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * That calls reach the partner so many times, each with what it carries; or that nothing of them
 * does. Looks into whatever the plugin sent, and needs to know of no message type.
 */
record ArrivalClaim(Expectation.Arrival expected) implements Claim {

  @Override
  public Ruling open(Scope scope) {
    if (expected.times().least() == 0) {
      return Ruling.HOLDS;
    }
    List<Mismatch> missing = new ArrayList<>();
    int compared = 0;
    for (Step.Call call : expected.calls()) {
      CallNeedles needles = scope.view().telling().needles(call);
      Optional<Mismatch> mismatch = missing(call, needles, scope);
      mismatch.ifPresent(missing::add);
      compared += mismatch.isPresent() ? 0 : needles.carried().size();
    }
    return missing.isEmpty() ? Ruling.seen(compared) : Ruling.violated(missing);
  }

  private Optional<Mismatch> missing(Step.Call call, CallNeedles needles, Scope scope) {
    Telling telling = scope.view().telling();
    MissedCall missed = new MissedCall(expected, call, needles, scope);
    List<Message> messages = telling.of(call, scope.messages());
    List<Exchange> exchanges = telling.carrying(needles.telling(), scope.exchanges());
    if (messages.isEmpty() && exchanges.isEmpty()) {
      return Optional.of(missed.notArrived());
    }
    List<Message> inTime =
        messages.stream().filter(m -> m.leaving() || !scope.isLate(m.at())).toList();
    if (!messages.isEmpty() && inTime.isEmpty()) {
      return Optional.of(missed.late(messages.get(0)));
    }
    List<Haystack> told =
        messages.isEmpty()
            ? exchanges.stream().map(telling::haystack).toList()
            : messages.stream().map(telling::haystack).toList();
    int where = messages.isEmpty() ? exchanges.get(0).index() : messages.get(0).exchange();
    List<Needle.Harm> harms = new ArrayList<>(needles.harms(told));
    if (expected.terms().visitor()) {
      telling.visitor(call).flatMap(id -> id.harm(told, List.of(id))).ifPresent(harms::add);
    }
    return harms.isEmpty()
        ? lacking(call, told, where, scope)
        : Optional.of(missed.harmed(harms, told, where));
  }

  private Optional<Mismatch> lacking(Step.Call call, List<Haystack> told, int where, Scope scope) {
    return expected.terms().with().stream()
        .filter(text -> told.stream().noneMatch(haystack -> haystack.holds(text)))
        .findFirst()
        .map(
            text ->
                Mismatches.at(
                    expected,
                    "'" + call.describe() + "' arrived without what goes with it",
                    Wording.quoted(text),
                    "not there",
                    scope.view(),
                    where));
  }

  @Override
  public Ruling closed(Scope scope) {
    OptionalInt most = expected.times().most();
    List<Mismatch> found = new ArrayList<>();
    for (Step.Call call : expected.calls()) {
      CallNeedles needles = scope.view().telling().needles(call);
      if (expected.isNever()) {
        unwanted(call, needles, scope).ifPresent(found::add);
      } else if (most.isPresent()) {
        tooMany(call, needles, most.getAsInt(), scope).ifPresent(found::add);
      }
      outdated(call, scope).ifPresent(found::add);
      surplus(call, scope).ifPresent(found::add);
      tooOften(call, needles, scope).ifPresent(found::add);
    }
    if (expected.terms().inOrder()) {
      found.addAll(swapped(scope));
    }
    return Ruling.violated(found);
  }

  /**
   * What middleware or a filter took from a call must not reach the plugin; of one that never may,
   * nothing.
   */
  private Optional<Mismatch> outdated(Step.Call call, Scope scope) {
    Telling telling = scope.view().telling();
    for (Needle needle : telling.takenAway(call)) {
      List<Exchange> exchanges = telling.carrying(List.of(needle), scope.exchanges());
      if (!exchanges.isEmpty()) {
        return Optional.of(
            Mismatches.at(
                expected,
                "'"
                    + call.describe()
                    + "' arrived with what middleware or a filter had taken from it",
                "without " + needle.expected(),
                "it is there",
                scope.view(),
                exchanges.get(0).index()));
      }
    }
    return Optional.empty();
  }

  /** What belongs to somebody else must not go with a call. */
  private Optional<Mismatch> surplus(Step.Call call, Scope scope) {
    Telling telling = scope.view().telling();
    for (Message message : telling.of(call, scope.messages())) {
      for (String text : expected.terms().without()) {
        if (Needle.of(text).isTold(telling.haystack(message))) {
          return Optional.of(
              Mismatches.at(
                  expected,
                  "'" + call.describe() + "' arrived with what must not go with it",
                  "without " + Wording.quoted(text),
                  "it is there",
                  scope.view(),
                  message.exchange()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Mismatch> tooOften(Step.Call call, CallNeedles needles, Scope scope) {
    if (expected.terms().tries().isEmpty()) {
      return Optional.empty();
    }
    int most = expected.terms().tries().getAsInt();
    List<Exchange> tries = scope.view().telling().carrying(needles.telling(), scope.exchanges());
    if (tries.size() <= most) {
      return Optional.empty();
    }
    return Optional.of(
        Mismatches.at(
            expected,
            "'" + call.describe() + "' was tried without end",
            "at most " + most + " requests",
            tries.size() + " requests",
            scope.view(),
            tries.get(most).index()));
  }

  private List<Mismatch> swapped(Scope scope) {
    Telling telling = scope.view().telling();
    List<Mismatch> found = new ArrayList<>();
    for (int i = 0; i + 1 < expected.calls().size(); i++) {
      Step.Call first = expected.calls().get(i);
      Step.Call second = expected.calls().get(i + 1);
      for (Message a : telling.of(first, scope.messages())) {
        for (Message b : telling.of(second, scope.messages())) {
          if (a.type().equals(b.type())
              && !Sequence.isTied(a, b)
              && Sequence.of(a, b, scope.view()) == Sequence.AFTER) {
            found.add(
                Mismatches.at(
                    expected,
                    "'" + second.describe() + "' arrived before '" + first.describe() + "'",
                    "in the order of the calls",
                    scope.view().number(b.exchange())
                        + " before "
                        + scope.view().number(a.exchange()),
                    scope.view(),
                    a.exchange()));
          }
        }
      }
    }
    return found.stream().limit(1).toList();
  }

  private Optional<Mismatch> unwanted(Step.Call call, CallNeedles needles, Scope scope) {
    List<Exchange> exchanges = scope.view().telling().carrying(needles.marked(), scope.exchanges());
    return exchanges.stream()
        .findFirst()
        .map(
            first ->
                Mismatches.at(
                    expected,
                    "'" + call.describe() + "' arrived where nothing of it may",
                    "none",
                    exchanges.size() + (exchanges.size() == 1 ? " request" : " requests"),
                    scope.view(),
                    first.index()));
  }

  private Optional<Mismatch> tooMany(Step.Call call, CallNeedles needles, int most, Scope scope) {
    Telling telling = scope.view().telling();
    Optional<Needle> first = needles.first();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Map<String, List<Message>> byType = new LinkedHashMap<>();
    for (Message message : telling.of(call, scope.messages())) {
      if (first.get().isTold(telling.haystack(message)) && isOfItsOwn(call, message, scope)) {
        byType.computeIfAbsent(message.type(), type -> new ArrayList<>()).add(message);
      }
    }
    return byType.entrySet().stream()
        .filter(type -> type.getValue().size() > most)
        .findFirst()
        .map(type -> tooMany(call, type.getKey(), type.getValue(), most, scope));
  }

  /** What is known of a user or a group rides on the events of theirs, and makes none of them. */
  private static boolean isOfItsOwn(Step.Call call, Message message, Scope scope) {
    boolean rides = call.call() == SpecCall.IDENTIFY || call.call() == SpecCall.GROUP;
    Set<SpecCall> shown = scope.view().shownBy(message.type());
    return !rides || shown.isEmpty() || shown.contains(call.call());
  }

  private Mismatch tooMany(
      Step.Call call, String type, List<Message> messages, int most, Scope scope) {
    List<Candidate> candidates = messages.stream().map(m -> Candidate.of(m, scope)).toList();
    return Mismatches.at(
        expected,
        "'" + call.describe() + "' arrived " + messages.size() + " times as " + type,
        "at most " + most,
        messages.size() + ": " + Mismatches.exchanges(candidates),
        scope.view(),
        messages.get(most).exchange());
  }
}
