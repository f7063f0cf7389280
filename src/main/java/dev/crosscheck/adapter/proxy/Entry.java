package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One exchange of a ledger, as it goes on. All its state is guarded by the ledger. */
final class Entry {
  private final Ledger ledger;
  private final int index;
  private final int connection;
  private final Instant at;
  private final HttpRequest request;
  private final List<Frame> frames = new ArrayList<>();
  private Optional<Instant> answered = Optional.empty();
  private Optional<HttpAnswer> answer = Optional.empty();
  private Optional<String> trouble = Optional.empty();
  private long touched;
  private @Nullable Happening latest;

  Entry(Ledger ledger, int index, int connection, HttpRequest request) {
    this.ledger = ledger;
    this.index = index;
    this.connection = connection;
    this.at = ledger.time();
    this.request = request;
    this.touched = ledger.now();
  }

  HttpRequest request() {
    return request;
  }

  /**
   * The last byte of the answer was handed to the network.
   *
   * @param poor why it is not the answer it should have been; empty where it is
   */
  void answered(HttpAnswer given, Optional<String> poor) {
    change(
        () -> {
          answered = Optional.of(ledger.time());
          answer = Optional.of(given);
          trouble = poor;
        });
  }

  /** No answer came of it, or the upgraded connection broke; what was said first holds. */
  void troubled(String why) {
    synchronized (ledger) {
      if (trouble.isEmpty() && (answered.isEmpty() || exchange().isUpgraded())) {
        change(() -> trouble = Optional.of(why));
      }
    }
  }

  void frame(boolean sent, boolean text, Body payload) {
    change(() -> frames.add(new Frame(ledger.time(), sent, text, payload)));
  }

  /** The ledger ends, and nothing can come of it any more. */
  void abandoned(String why) {
    synchronized (ledger) {
      if (exchange().isOpen()) {
        troubled(why);
      }
    }
  }

  Exchange exchange() {
    return happening().about().orElseThrow();
  }

  Happening happening() {
    synchronized (ledger) {
      if (latest == null) {
        Exchange exchange =
            new Exchange(index, connection, at, answered, request, answer, frames, trouble);
        Optional<String> open =
            exchange.isOpen() ? Optional.of(exchange.name() + " is unanswered") : Optional.empty();
        latest = new Happening(Optional.of(exchange), touched, open);
      }
      return latest;
    }
  }

  private void change(Runnable how) {
    ledger.change(
        () -> {
          how.run();
          touched = ledger.now();
          latest = null;
        });
  }
}
