package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import java.util.Optional;

/** Which of two messages was sent first, where that can be known (truth 5). */
enum Sequence {
  BEFORE,
  AFTER,
  UNKNOWN;

  static Sequence of(Message a, Message b, View view) {
    Sequence told = byTime(a, b);
    if (told != UNKNOWN) {
      return told;
    } else if (a.exchange() == b.exchange()) {
      return a.element() < b.element() ? BEFORE : AFTER;
    }
    Exchange first = view.capture().exchanges().get(a.exchange());
    Exchange second = view.capture().exchanges().get(b.exchange());
    if (isOver(first, second)) {
      return BEFORE;
    }
    return isOver(second, first) ? AFTER : UNKNOWN;
  }

  private static Sequence byTime(Message a, Message b) {
    Optional<TimeField> first = a.time().flatMap(TimeField::of);
    Optional<TimeField> second = b.time().flatMap(TimeField::of);
    if (first.isEmpty() || second.isEmpty() || first.get().unit() != second.get().unit()) {
      return UNKNOWN;
    }
    int order = first.get().value().compareTo(second.get().value());
    if (order == 0) {
      return UNKNOWN;
    }
    return order < 0 ? BEFORE : AFTER;
  }

  /**
   * Whether an exchange had ended before another was read. One connection of HTTP/1 carries one
   * after the other (RFC 9112, 9.3.2), answered or not.
   */
  private static boolean isOver(Exchange first, Exchange second) {
    boolean serial =
        first.connection() == second.connection()
            && first.request().version().startsWith("HTTP/1")
            && first.index() < second.index();
    return serial || first.answered().filter(at -> !at.isAfter(second.at())).isPresent();
  }
}
