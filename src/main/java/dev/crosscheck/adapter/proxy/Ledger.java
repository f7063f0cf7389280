package dev.crosscheck.adapter.proxy;

import dev.crosscheck.adapter.proxy.Traffic.State;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.HttpRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came over the wire, in the order in which it came. Knows no sockets. Once ended it takes
 * nothing more and nothing in it changes.
 */
final class Ledger {
  /** The stopwatch on which quiet is measured: unlike a clock it cannot be set back or forth. */
  private final LongSupplier stopwatch;

  private final InstantSource clock;
  private final List<Entry> entries = new ArrayList<>();
  private final List<ConnectionAttempt> attempts = new ArrayList<>();
  private final Map<Integer, Happening> unfinished = new LinkedHashMap<>();
  private final Map<String, Happening> passing = new LinkedHashMap<>();
  private Optional<Happening> deaf = Optional.empty();
  private int connections;
  private long version;
  private State state = State.RUNNING;
  private @Nullable Traffic latest;

  Ledger(InstantSource clock, LongSupplier stopwatch) {
    this.clock = clock;
    this.stopwatch = stopwatch;
  }

  long now() {
    return stopwatch.getAsLong();
  }

  /** A client connected; returns the number of its connection. */
  synchronized int connected() {
    if (deaf.isPresent()) {
      deaf = Optional.empty();
      changed();
    }
    return connections++;
  }

  /** Clients knock and cannot be let in, so nothing can be said about quiet. */
  synchronized void deaf(String why) {
    deaf = Optional.of(new Happening(Optional.empty(), now(), Optional.of(why)));
    changed();
  }

  /** A request was read to its end. Empty once ended: then it must not be answered. */
  synchronized Optional<Entry> request(int connection, HttpRequest request) {
    if (hasEnded()) {
      return Optional.empty();
    }
    Entry entry = new Entry(this, entries.size(), connection, request);
    entries.add(entry);
    changed();
    return Optional.of(entry);
  }

  /** A connection is in the middle of something; {@code what} says of what. */
  synchronized void unfinished(int connection, Optional<HttpRequest> about, String what) {
    unfinished.put(
        connection,
        new Happening(about.map(request -> sketch(connection, request)), now(), Optional.of(what)));
    changed();
  }

  /** A connection is not in the middle of anything any more. */
  synchronized void finished(int connection) {
    if (unfinished.remove(connection) != null) {
      changed();
    }
  }

  /** Something came that is no exchange, such as the end of a handshake. */
  synchronized void passing(int connection, HttpRequest about) {
    passing.put(
        about.host(),
        new Happening(Optional.of(sketch(connection, about)), now(), Optional.empty()));
    changed();
  }

  /** A connection carried no request. */
  synchronized void attempt(
      int connection, String host, Optional<HttpRequest> about, String trouble) {
    if (hasEnded()) {
      return;
    }
    attempts.add(new ConnectionAttempt(clock.instant(), host, trouble));
    passing.put(
        host,
        new Happening(about.map(request -> sketch(connection, request)), now(), Optional.empty()));
    changed();
  }

  synchronized Traffic traffic() {
    if (latest == null) {
      Exchange[] exchanges = entries.stream().map(Entry::exchange).toArray(Exchange[]::new);
      List<Happening> happenings =
          Stream.of(
                  entries.stream().map(Entry::happening),
                  unfinished.values().stream(),
                  passing.values().stream(),
                  deaf.stream())
              .flatMap(each -> each)
              .toList();
      latest = new Traffic(version, new Capture(List.of(exchanges), attempts), happenings, state);
    }
    return latest;
  }

  /** Waits until there is something newer than {@code seen}, for {@code nanos} at most. */
  synchronized void awaitNewerThan(long seen, long nanos) {
    long end = now() + nanos;
    long left = nanos;
    while (version == seen && left > 0) {
      try {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for traffic");
      }
      left = end - now();
    }
  }

  /** Seals, unless something came after {@code seen}. What is open stays so: {@code why}. */
  synchronized boolean sealUnlessNewerThan(long seen, String why) {
    if (version != seen || hasEnded()) {
      return false;
    }
    end(why, State.SEALED);
    return true;
  }

  /** Closes at any moment; what is open stays so: {@code why}. */
  synchronized void close(String why) {
    if (!hasEnded()) {
      end(why, State.CLOSED);
    }
  }

  synchronized boolean hasEnded() {
    return state != State.RUNNING;
  }

  private void end(String why, State end) {
    entries.forEach(entry -> entry.abandoned(why));
    unfinished.clear();
    state = end;
    changed();
  }

  /** Changes what an entry holds; does nothing once ended. */
  synchronized void change(Runnable how) {
    if (!hasEnded()) {
      how.run();
      changed();
    }
  }

  Instant time() {
    return clock.instant();
  }

  private Exchange sketch(int connection, HttpRequest request) {
    return new Exchange(
        entries.size(),
        connection,
        clock.instant(),
        Optional.empty(),
        request,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private void changed() {
    version++;
    latest = null;
    notifyAll();
  }
}
