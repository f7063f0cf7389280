package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import java.util.Comparator;
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
      return within(a, b);
    }
    if (isOver(a, b, view)) {
      return BEFORE;
    }
    return isOver(b, a, view) ? AFTER : UNKNOWN;
  }

  /** The frames of a WebSocket by when they came, the elements of a batch by their place. */
  private static Sequence within(Message a, Message b) {
    int order = Comparator.comparing(Message::at).thenComparing(Message::element).compare(a, b);
    if (order == 0) {
      return UNKNOWN;
    }
    return order < 0 ? BEFORE : AFTER;
  }

  /**
   * Whether a partner that orders messages by their time takes these as made at once: then neither
   * their places in a batch nor which of their requests was quicker matter.
   */
  static boolean isTied(Message a, Message b) {
    Optional<TimeField> first = a.time().flatMap(TimeField::of);
    return first.isPresent() && first.equals(b.time().flatMap(TimeField::of));
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
   * Whether the exchange of one message had ended before another message was read. One connection
   * of HTTP/1 carries one after the other (RFC 9112, 9.3.2), answered or not. A frame is answered
   * by nothing, so that it never ends before what other connections carry.
   */
  private static boolean isOver(Message first, Message second, View view) {
    Exchange a = view.capture().exchanges().get(first.exchange());
    Exchange b = view.capture().exchanges().get(second.exchange());
    if (a.isUpgraded()) {
      return false;
    }
    boolean serial =
        a.connection() == b.connection()
            && a.request().version().startsWith("HTTP/1")
            && a.index() < b.index();
    return serial || a.answered().filter(at -> !at.isAfter(second.at())).isPresent();
  }
}
