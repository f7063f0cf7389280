package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing reached the partner that no other expectation of the same list speaks of: no message on
 * any lane, nothing beside one that no type reads, and no exchange that says nothing in any type.
 * Ambient messages are spoken of by being declared so, except behind a shut gate, where nothing may
 * run.
 */
record NothingElseClaim(Expectation.NothingElse expected) implements Claim {

  @Override
  public Ruling closed(Scope scope) {
    List<Mismatch> found = new ArrayList<>();
    for (Message message : scope.messages()) {
      boolean ambient = message.ambient() && !scope.gateShut();
      if (!ambient && !isSpokenOf(message, scope)) {
        found.add(surplus(message, scope));
      }
    }
    for (Exchange exchange : scope.view().untold()) {
      if (scope.isHere(exchange.index()) && !isSpokenOf(exchange, scope)) {
        found.add(surplus(exchange, scope));
      }
    }
    for (Message unread : scope.unread()) {
      if (!isSpokenOf(scope.view().exchange(unread), scope)) {
        found.add(unread(unread, scope));
      }
    }
    return Ruling.violated(found);
  }

  private Mismatch surplus(Message message, Scope scope) {
    boolean late = !message.leaving() && scope.isLate(message.at());
    String shown = Wording.of(Contents.own(message));
    return Mismatches.at(
        expected,
        message.type() + " that nothing expects",
        "nothing else",
        shown + (late ? ", when " + scope.leaving() : ""),
        scope.view(),
        message.exchange());
  }

  private Mismatch surplus(Exchange exchange, Scope scope) {
    return Mismatches.at(
        expected,
        "a request to the partner that nothing expects",
        "nothing else",
        "a request that no message type reads",
        scope.view(),
        exchange.index());
  }

  private Mismatch unread(Message message, Scope scope) {
    return Mismatches.at(
        expected,
        "something beside the messages that nothing expects",
        "nothing else",
        Wording.of(Contents.own(message)) + ", which no message type reads",
        scope.view(),
        message.exchange());
  }

  private static boolean isSpokenOf(Message message, Scope scope) {
    Exchange exchange = scope.view().exchange(message);
    return scope.together().stream().anyMatch(other -> speaksOf(other, message, scope))
        || isSpokenOf(exchange, scope);
  }

  private static boolean speaksOf(Expectation other, Message message, Scope scope) {
    if (other instanceof Expectation.Messages messages) {
      // what breaks an `only` is told by it
      return messages.type().equals(message.type())
          && (messages.only()
              || messages
                  .match()
                  .map(pattern -> Candidate.of(message, scope).matches(pattern, scope))
                  .orElse(true));
    }
    return other instanceof Expectation.Order order && OrderClaim.speaksOf(order, message, scope);
  }

  private static boolean isSpokenOf(Exchange exchange, Scope scope) {
    return scope.together().stream()
        .filter(Expectation.Requests.class::isInstance)
        .map(Expectation.Requests.class::cast)
        .anyMatch(
            requests ->
                CountClaim.of(requests).matching(scope).stream()
                    .anyMatch(candidate -> candidate.exchange() == exchange.index()));
  }
}
