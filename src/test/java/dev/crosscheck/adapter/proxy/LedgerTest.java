package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.crosscheck.adapter.proxy.Traffic.State;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final HttpAnswer NO_CONTENT = new HttpAnswer(204, List.of(), Body.EMPTY);

  private Instant time = Instant.parse("2026-01-01T00:00:00Z");
  private long stopwatch = 5;
  private final Ledger ledger = new Ledger(() -> time, () -> stopwatch);

  @Test
  void numbersRequestsInTheOrderInWhichTheyWereRead() {
    int first = ledger.connected();
    int second = ledger.connected();
    request(second, "/a");
    time = time.plusSeconds(1);
    request(first, "/b");

    List<Exchange> exchanges = ledger.traffic().capture().exchanges();
    assertThat(exchanges).extracting(Exchange::index).containsExactly(0, 1);
    assertThat(exchanges).extracting(Exchange::connection).containsExactly(second, first);
    assertThat(exchanges).extracting(Exchange::at).containsExactly(time.minusSeconds(1), time);
  }

  @Test
  void whatWasHandedOutDoesNotChange() {
    Entry entry = request(0, "/a");
    Capture before = ledger.traffic().capture();
    entry.answered(NO_CONTENT, Optional.empty());
    request(0, "/b");

    assertThat(before.exchanges()).singleElement().matches(Exchange::isOpen);
    assertThat(ledger.traffic().capture().size()).isEqualTo(2);
  }

  @Test
  void sharesWhatDidNotChange() {
    request(0, "/a");
    Exchange before = ledger.traffic().capture().exchanges().get(0);
    request(0, "/b");

    assertThat(ledger.traffic().capture().exchanges().get(0)).isSameAs(before);
    assertThat(ledger.traffic()).isSameAs(ledger.traffic());
  }

  @Test
  void keepsTheFirstTroubleAndNoneAfterAnAnswer() {
    Entry reset = request(0, "/a");
    reset.troubled("connection reset on request");
    reset.troubled("client went away");
    Entry fine = request(0, "/b");
    fine.answered(NO_CONTENT, Optional.empty());
    fine.troubled("client went away");

    assertThat(ledger.traffic().capture().exchanges())
        .extracting(Exchange::trouble)
        .containsExactly(Optional.of("connection reset on request"), Optional.empty());
  }

  @Test
  void anUpgradedExchangeGathersFramesAndMayStillBreak() {
    Entry entry = request(0, "/socket");
    entry.answered(new HttpAnswer(101, List.of(), Body.EMPTY), Optional.empty());
    entry.frame(true, true, Body.of("hi"));
    entry.troubled("broke");

    Exchange exchange = ledger.traffic().capture().exchanges().get(0);
    assertThat(exchange.frames()).containsExactly(new Frame(time, true, true, Body.of("hi")));
    assertThat(exchange.trouble()).hasValue("broke");
  }

  @Test
  void isNotSealedOverSomethingNewer() {
    long seen = ledger.traffic().version();
    request(0, "/late");

    assertThat(ledger.sealUnlessNewerThan(seen, "sealed")).isFalse();
    assertThat(ledger.traffic().state()).isEqualTo(State.RUNNING);
    assertThat(ledger.sealUnlessNewerThan(ledger.traffic().version(), "sealed")).isTrue();
    assertThat(ledger.traffic().state()).isEqualTo(State.SEALED);
  }

  @Test
  void nothingChangesOnceItHasEnded() {
    Entry open = request(0, "/open");
    Entry socket = request(0, "/socket");
    socket.answered(new HttpAnswer(101, List.of(), Body.EMPTY), Optional.empty());
    ledger.close("closed before the answer");
    Capture end = ledger.traffic().capture();
    open.answered(NO_CONTENT, Optional.empty());
    socket.frame(true, true, Body.of("late"));
    ledger.attempt(1, "a.example.com", Optional.empty(), "refused");
    ledger.close("again");

    assertThat(ledger.request(0, get("/late"))).isEmpty();
    assertThat(ledger.traffic().capture()).isEqualTo(end);
    assertThat(end.exchanges())
        .extracting(Exchange::trouble)
        .containsExactly(Optional.of("closed before the answer"), Optional.empty());
  }

  @Test
  void tellsWhatIsUnfinishedUntilItIsFinished() {
    ledger.unfinished(3, Optional.empty(), "a handshake is not over");
    assertThat(ledger.traffic().happenings())
        .extracting(Happening::open)
        .containsExactly(Optional.of("a handshake is not over"));
    ledger.finished(3);

    assertThat(ledger.traffic().happenings()).isEmpty();
  }

  @Test
  void attemptsAreNewsButNotOpen() {
    stopwatch = 70;
    ledger.attempt(0, "a.example.com", Optional.of(get("/")), "refused");

    assertThat(ledger.traffic().capture().attempts())
        .containsExactly(new ConnectionAttempt(time, "a.example.com", "refused"));
    assertThat(ledger.traffic().happenings())
        .singleElement()
        .satisfies(
            happening -> {
              assertThat(happening.at()).isEqualTo(70);
              assertThat(happening.open()).isEmpty();
              assertThat(happening.about().orElseThrow().request().host())
                  .isEqualTo("a.example.com");
            });
  }

  @Test
  void theEndOfAHandshakeIsNewsEvenWhenNothingFollows() {
    stopwatch = 70;
    ledger.passing(0, get("/"));

    assertThat(ledger.traffic().capture()).isEqualTo(Capture.EMPTY);
    assertThat(ledger.traffic().happenings())
        .extracting(Happening::at, Happening::open)
        .containsExactly(tuple(70L, Optional.empty()));
  }

  @Test
  void isDeafUntilSomebodyIsLetInAgain() {
    ledger.deaf("too many open files");
    assertThat(ledger.traffic().happenings())
        .extracting(Happening::open)
        .containsExactly(Optional.of("too many open files"));
    ledger.connected();

    assertThat(ledger.traffic().happenings()).isEmpty();
  }

  private Entry request(int connection, String target) {
    return ledger.request(connection, get(target)).orElseThrow();
  }

  private static HttpRequest get(String target) {
    return new HttpRequest(
        "GET", "https", "a.example.com", 443, target, "HTTP/1.1", List.of(), Body.EMPTY);
  }
}
