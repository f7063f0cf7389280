package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Messages in an order. {@code event[1]} is what the second {@code partner: event} of the same list
 * speaks of, for an order by arrival alone could never be wrong; a list that has no such
 * expectation means the second event that came.
 */
record OrderClaim(Expectation.Order expected) implements Claim {

  /** That a message of the order comes at all is the open part. */
  @Override
  public Ruling open(Scope scope) {
    List<Mismatch> missing = new ArrayList<>();
    for (Expectation.Order.MessageRef ref : expected.messages()) {
      if (meant(expected, ref, scope).isEmpty()) {
        missing.add(
            Mismatches.at(expected, "no " + ref, expected.describe(), ref + " did not come"));
      }
    }
    return missing.isEmpty() ? Ruling.seen(0) : Ruling.violated(missing);
  }

  @Override
  public Ruling closed(Scope scope) {
    List<String> doubts = new ArrayList<>();
    for (int i = 0; i + 1 < expected.messages().size(); i++) {
      Expectation.Order.MessageRef first = expected.messages().get(i);
      Expectation.Order.MessageRef second = expected.messages().get(i + 1);
      for (Message a : meant(expected, first, scope)) {
        for (Message b : meant(expected, second, scope)) {
          if (a.equals(b)) {
            continue;
          }
          Sequence sequence = Sequence.of(a, b, scope.view());
          if (sequence == Sequence.AFTER) {
            return Ruling.violated(swapped(first, second, a, b, scope.view()));
          } else if (sequence == Sequence.UNKNOWN) {
            doubts.add(overlapping(first, second, a, b, scope.view()));
          }
        }
      }
    }
    return doubts.isEmpty() ? Ruling.HOLDS : Ruling.doubted(doubts.get(0));
  }

  private Mismatch swapped(
      Expectation.Order.MessageRef first,
      Expectation.Order.MessageRef second,
      Message a,
      Message b,
      View view) {
    return Mismatches.at(
        expected,
        "messages in another order",
        first + " before " + second,
        second + " (" + view.number(b.exchange()) + ") before " + first,
        view,
        a.exchange());
  }

  private static String overlapping(
      Expectation.Order.MessageRef first,
      Expectation.Order.MessageRef second,
      Message a,
      Message b,
      View view) {
    return "order cannot be known: the two exchanges overlap ("
        + first
        + " in "
        + view.number(a.exchange())
        + ", "
        + second
        + " in "
        + view.number(b.exchange())
        + ")";
  }

  static boolean speaksOf(Expectation.Order order, Message message, Scope scope) {
    return order.messages().stream().anyMatch(ref -> meant(order, ref, scope).contains(message));
  }

  private static List<Message> meant(
      Expectation.Order order, Expectation.Order.MessageRef ref, Scope scope) {
    List<Expectation.Messages> ofType =
        scope.together().stream()
            .filter(Expectation.Messages.class::isInstance)
            .map(Expectation.Messages.class::cast)
            .filter(messages -> messages.type().equals(ref.type()))
            .toList();
    List<Message> came = scope.messages(ref.type());
    int highest =
        order.messages().stream()
            .filter(other -> other.type().equals(ref.type()))
            .mapToInt(Expectation.Order.MessageRef::index)
            .max()
            .orElse(0);
    if (highest >= ofType.size()) {
      return ref.index() < came.size() ? List.of(came.get(ref.index())) : List.of();
    }
    Optional<Pattern> match = ofType.get(ref.index()).match();
    return came.stream()
        .filter(m -> match.map(p -> Candidate.of(m, scope).matches(p, scope)).orElse(true))
        .toList();
  }
}
