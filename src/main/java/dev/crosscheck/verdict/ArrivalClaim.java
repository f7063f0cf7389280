package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Haystack;
import dev.crosscheck.capture.Message;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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
    List<Message> messages = telling.of(call, scope.messages());
    List<Exchange> exchanges = telling.carrying(needles.telling(), scope.exchanges());
    if (messages.isEmpty() && exchanges.isEmpty()) {
      return Optional.of(notArrived(call, scope));
    }
    List<Message> inTime =
        messages.stream().filter(m -> m.leaving() || !scope.isLate(m.at())).toList();
    if (!messages.isEmpty() && inTime.isEmpty()) {
      return Optional.of(late(call, messages.get(0), scope));
    }
    List<Haystack> told =
        messages.isEmpty()
            ? exchanges.stream().map(telling::haystack).toList()
            : messages.stream().map(telling::haystack).toList();
    int where = messages.isEmpty() ? exchanges.get(0).index() : messages.get(0).exchange();
    return needles.carried().stream()
        .flatMap(needle -> needle.harm(told).stream())
        .findFirst()
        .map(harm -> harmed(call, harm, where, scope));
  }

  private Mismatch notArrived(Step.Call call, Scope scope) {
    long others = scope.messages().stream().count();
    String seen =
        others == 0
            ? "the partner got no message at all"
            : "none of " + others + " messages to the partner carries a value of it";
    return Mismatches.at(
        expected, "'" + call.describe() + "' did not arrive", "at least once", seen);
  }

  private Mismatch late(Step.Call call, Message message, Scope scope) {
    return Mismatches.at(
        expected,
        "'" + call.describe() + "' did not arrive in time",
        "before " + scope.leaving(),
        "came only when " + scope.leaving(),
        scope.view(),
        message.exchange());
  }

  private Mismatch harmed(Step.Call call, Needle.Harm harm, int exchange, Scope scope) {
    return Mismatches.at(
        expected,
        "'" + call.describe() + "' arrived without its " + harm.needle().path(),
        harm.needle().expected(),
        harm.instead(),
        scope.view(),
        exchange);
  }

  @Override
  public Ruling closed(Scope scope) {
    OptionalInt most = expected.times().most();
    if (most.isEmpty()) {
      return Ruling.HOLDS;
    }
    List<Mismatch> found = new ArrayList<>();
    for (Step.Call call : expected.calls()) {
      CallNeedles needles = scope.view().telling().needles(call);
      (expected.isNever()
              ? unwanted(call, needles, scope)
              : tooMany(call, needles, most.getAsInt(), scope))
          .ifPresent(found::add);
    }
    return Ruling.violated(found);
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
      if (first.get().isTold(telling.haystack(message))) {
        byType.computeIfAbsent(message.type(), type -> new ArrayList<>()).add(message);
      }
    }
    return byType.entrySet().stream()
        .filter(type -> type.getValue().size() > most)
        .findFirst()
        .map(type -> tooMany(call, type.getKey(), type.getValue(), most, scope));
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
