package dev.crosscheck.capture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a recording does with a request. */
public sealed interface Answer {

  /** An HTTP answer, sent after {@code delay}. */
  record Respond(int status, List<Header> headers, Body body, Duration delay) implements Answer {
    public Respond {
      headers = List.copyOf(headers);
    }

    public Respond with(String name, String value) {
      List<Header> more = new ArrayList<>(headers);
      more.add(new Header(name, value));
      return new Respond(status, more, body, delay);
    }

    public Respond after(Duration time) {
      return new Respond(status, headers, body, time);
    }
  }

  /** The connection is reset once the request has been read. */
  record Reset() implements Answer {}

  /**
   * An answer that breaks off in its body: {@code Content-Length} promises more than comes.
   *
   * @param whole the answer as it would have been
   * @param sent how many bytes of its body come, or all that it has
   * @param reset whether the connection is then reset; otherwise it is closed in good order
   */
  record BrokenOff(Respond whole, int sent, boolean reset) implements Answer {}

  /**
   * Nothing is ever answered; the exchange stays open until the client or the recording ends it.
   */
  record Never() implements Answer {}

  /** Nothing is answered until {@code until} completes, however it does; then this is. */
  record Held(CompletableFuture<Void> until, Answer then) implements Answer {}

  /** A WebSocket upgrade is accepted (101) and {@code greeting} sent, each as one text frame. */
  record Upgrade(List<String> greeting) implements Answer {
    public Upgrade {
      greeting = List.copyOf(greeting);
    }
  }

  static Respond of(int status, String contentType, Body body) {
    return new Respond(
        status, List.of(new Header("Content-Type", contentType)), body, Duration.ZERO);
  }

  static Respond empty(int status) {
    return new Respond(status, List.of(), Body.EMPTY, Duration.ZERO);
  }
}
