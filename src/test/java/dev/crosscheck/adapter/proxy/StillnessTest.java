package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class StillnessTest {
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final Predicate<Exchange> ALL = exchange -> true;

  @Test
  void anEmptyRecordingIsStillAfterTheQuiet() {
    assertThat(at(499, ALL).reached()).isFalse();
    assertThat(at(499, ALL).left()).isEqualTo(1_000_000);
    assertThat(at(499, ALL).why())
        .isEqualTo("there was no time for quiet: 500 ms of quiet are needed");
    assertThat(at(500, ALL).reached()).isTrue();
  }

  @Test
  void whatComesBeginsTheQuietAnew() {
    Happening late = over("a.example.com", 300);

    assertThat(at(799, ALL, late).why())
        .isEqualTo("GET a.example.com/x came 499 ms ago, and 500 ms of quiet are needed");
    assertThat(at(799, ALL, late).left()).isEqualTo(1_000_000);
    assertThat(at(800, ALL, late).reached()).isTrue();
  }

  @Test
  void isNeverStillWhileSomethingIsOpen() {
    Stillness stillness = at(60_000, ALL, over("b.example.com", 3), open("a.example.com", 2));

    assertThat(stillness.reached()).isFalse();
    assertThat(stillness.left()).isEqualTo(Long.MAX_VALUE);
    assertThat(stillness.why()).isEqualTo("a.example.com is open");
  }

  @Test
  void namesThreeThatAreOpen() {
    Stillness stillness =
        at(0, ALL, open("a", 0), open("b", 0), open("c", 0), open("d", 0), open("e", 0));

    assertThat(stillness.why()).isEqualTo("a is open; b is open; c is open; and 2 more");
  }

  @Test
  void whatDoesNotCountIsNothing() {
    Predicate<Exchange> noA = exchange -> !exchange.request().host().equals("a");

    assertThat(at(500, noA, open("a", 0), over("a", 499)).reached()).isTrue();
    assertThat(at(500, noA, open("b", 0)).reached()).isFalse();
    assertThat(at(500, noA, over("b", 1)).reached()).isFalse();
  }

  @Test
  void whatNobodyCanNameYetCounts() {
    Happening unknown = new Happening(Optional.empty(), 0, Optional.of("a request is half read"));

    assertThat(at(9_000, exchange -> false, unknown).why()).isEqualTo("a request is half read");
  }

  @Test
  void asksOnlyAboutWhatMatters() {
    List<String> asked = new ArrayList<>();
    Predicate<Exchange> counts =
        exchange -> {
          asked.add(exchange.request().host());
          return true;
        };
    at(1_000, counts, over("before", -10), open("open", -10), over("new", 10), over("old", 5));

    assertThat(asked).containsExactly("open", "new");
  }

  /** Milliseconds since the wait began, on a stopwatch that began somewhere else. */
  private static Stillness at(long millis, Predicate<Exchange> counts, Happening... happenings) {
    return Stillness.of(List.of(happenings), QUIET, counts, ORIGIN, ORIGIN + nanos(millis));
  }

  /** Near its end, for a stopwatch may wrap around. */
  private static final long ORIGIN = Long.MAX_VALUE - 1_000;

  private static long nanos(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  private static Happening over(String host, long millis) {
    return new Happening(Optional.of(exchange(host)), ORIGIN + nanos(millis), Optional.empty());
  }

  private static Happening open(String host, long millis) {
    return new Happening(
        Optional.of(exchange(host)), ORIGIN + nanos(millis), Optional.of(host + " is open"));
  }

  private static Exchange exchange(String host) {
    return new Exchange(
        0,
        0,
        Instant.EPOCH,
        Optional.empty(),
        new HttpRequest("GET", "https", host, 443, "/x", "HTTP/1.1", List.of(), Body.EMPTY),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }
}
