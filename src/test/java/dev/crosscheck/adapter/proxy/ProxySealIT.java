package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reached;
import dev.crosscheck.capture.StillSending;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Awaiting, settling, sealing and closing a recording while clients do as they like. */
@Timeout(30)
class ProxySealIT {
  private static final Predicate<Exchange> ALL = exchange -> true;
  private static final Duration SHORT = Duration.ofMillis(40);
  private static final Duration LONG = Duration.ofMillis(300);

  /** So long that a busy machine does in it, too, what is to be done all the time. */
  private static final Duration AMPLE = Duration.ofSeconds(2);

  @Test
  void awaitEndsTheMomentItHolds() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      AtomicReference<String> asked = new AtomicReference<>("");
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(
              () ->
                  lab.recording()
                      .await(
                          now -> {
                            asked.set(Thread.currentThread().getName());
                            return now.size() == 1;
                          },
                          Lab.in(20_000)));
      lab.get("https://a.example.com/");

      assertThat(waiting.get(2, TimeUnit.SECONDS)).isTrue();
      assertThat(asked.get()).isNotEmpty().doesNotContain("crosscheck-proxy");
    }
  }

  @Test
  void awaitEndsWithItsDeadline() {
    try (Lab lab = new Lab(Lab.OK)) {
      long began = System.nanoTime();

      assertThat(lab.recording().await(now -> false, Lab.in(80))).isFalse();
      assertThat(sinceMillis(began)).isBetween(75L, 2_000L);
    }
  }

  @Test
  void awaitEndsWhereNothingCanComeAnyMore() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(() -> lab.recording().await(now -> false, Lab.in(20_000)));
      lab.recording().close();

      assertThat(waiting.get(2, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  void awaitCanBeInterrupted() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      CompletableFuture<Throwable> outcome = new CompletableFuture<>();
      Thread waiting =
          new Thread(
              () -> {
                try {
                  lab.recording().await(now -> false, Lab.in(20_000));
                } catch (CancellationException e) {
                  outcome.complete(e);
                }
              });
      waiting.start();
      waiting.interrupt();

      assertThat(outcome.get(2, TimeUnit.SECONDS))
          .hasMessage("interrupted while waiting for traffic");
    }
  }

  @Test
  void settlesWhenNothingCameForAsLongAsAsked() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      lab.get("https://a.example.com/");
      long began = System.nanoTime();
      Capture capture = lab.recording().settle(LONG, ALL, Lab.in(5_000));

      // measured from the call at the earliest
      assertThat(sinceMillis(began)).isBetween(LONG.toMillis(), LONG.toMillis() + 2_000);
      assertThat(capture.exchanges()).hasSize(1);
      // and goes on recording
      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whateverComesBeginsQuietAnew() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      HttpClient client = lab.client();
      CompletableFuture<Capture> settled =
          later(() -> lab.recording().settle(AMPLE, ALL, Lab.in(9_000)));
      long last = 0;
      for (int i = 0; i < 4; i++) {
        TimeUnit.MILLISECONDS.sleep(LONG.toMillis() / 2);
        // quiet begins when the recorder has it, of which the client learns later
        last = System.nanoTime();
        client.send(Lab.request("https://a.example.com/").build(), BodyHandlers.discarding());
      }

      assertThat(settled.get(5, TimeUnit.SECONDS).exchanges()).hasSize(4);
      assertThat(sinceMillis(last)).isGreaterThanOrEqualTo(AMPLE.toMillis() - 5);
    }
  }

  @Test
  void anOpenExchangeIsNamedAsTheReason() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Never());
        Wire wire = lab.wire().tunnel("api.example.com:80")) {
      wire.say("POST /track?x=1 HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
      lab.once(now -> now.size() == 1);

      assertHeldUp(lab, "POST api.example.com/track is unanswered");
    }
  }

  @Test
  void aHalfOpenHandshakeHoldsUpSettling() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("api.example.com:443")) {
      assertHeldUp(lab, "the tunnel to api.example.com:443 is not in use yet");
      wire.say(new byte[] {22, 3, 1, 0, 100, 1});
      assertHeldUp(lab, "the TLS handshake with api.example.com:443 is not over");
      assertThat(
              lab.recording()
                  .settle(
                      SHORT,
                      exchange -> !exchange.request().host().equals("api.example.com"),
                      Lab.in(2_000)))
          .as("of a host that does not count")
          .isEqualTo(Capture.EMPTY);
      wire.close();

      assertThat(lab.recording().settle(SHORT, ALL, Lab.in(2_000)).attempts())
          .extracting(ConnectionAttempt::trouble)
          .containsExactly("the client went away in the TLS handshake");
    }
  }

  @Test
  void aHalfReadRequestHoldsUpSettling() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("api.example.com:80")) {
      wire.say("POST /track HTTP/1.1\r\n");
      assertHeldUp(lab, "a request to api.example.com:80 is still being read");
      wire.say("Host: a\r\nContent-Length: 4\r\n\r\nha");
      assertHeldUp(lab, "POST api.example.com/track is still being read");
      wire.say("lfPOST /second HT");
      lab.once(now -> now.size() == 1);
      assertHeldUp(lab, "a request to api.example.com:80 is still being read");
    }
  }

  @Test
  void aHalfReadMessageHoldsUpSettling() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Upgrade(List.of()));
        Wire wire = lab.wire().tunnel("live.example.com:80")) {
      wire.say(
          "GET / HTTP/1.1\r\nHost: live\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
      wire.head();
      wire.say(new byte[] {1, (byte) 0x82, 0, 0, 0, 0, 'h', 'a'}); // the first of two frames
      assertHeldUp(lab, "a message to live.example.com is still being read");
      wire.say(new byte[] {(byte) 0x80, (byte) 0x82, 0, 0, 0, 0, 'l'}); // not all of the second
      assertHeldUp(lab, "a message to live.example.com is still being read");
      wire.say("f");

      assertThat(lab.recording().settle(SHORT, ALL, Lab.in(2_000)).exchanges().get(0).frames())
          .extracting(frame -> frame.payload().text())
          .containsExactly("half");
    }
  }

  @Test
  void idleConnectionsHoldUpNothing() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      HttpClient keepsAlive = lab.client();
      keepsAlive.send(Lab.request("https://a.example.com/").build(), BodyHandlers.discarding());
      try (Wire silent = lab.wire();
          Wire handshaken =
              lab.wire().tunnel("b.example.com:443").encrypted(lab.trusting(), "b.example.com")) {
        assertThat(lab.recording().settle(SHORT, ALL, Lab.in(2_000)).size()).isEqualTo(1);
      }
    }
  }

  @Test
  void whatDoesNotCountMayBeOpenAndComeAtAnyTime() throws Exception {
    try (Lab lab =
        new Lab(
            request -> request.path().equals("/stream") ? new Answer.Never() : Answer.empty(204))) {
      var stream =
          lab.client()
              .sendAsync(
                  Lab.request("https://noise.example.com/stream").build(),
                  BodyHandlers.discarding());
      lab.once(now -> now.size() == 1);
      Pest pest = new Pest(lab, "https://noise.example.com/beat");
      Capture sealed =
          lab.recording()
              .seal(AMPLE, e -> !e.request().host().equals("noise.example.com"), Lab.in(5_000));
      pest.stop();

      assertThat(sealed.size()).isGreaterThan(2);
      assertThat(sealed.exchanges().get(0).trouble())
          .hasValue("the recording was sealed before the answer");
      assertThatThrownBy(() -> stream.get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void saysWhatKeepsComing() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      Pest pest = new Pest(lab, "https://api.example.com/beat");
      assertThatThrownBy(() -> lab.recording().seal(AMPLE, ALL, Lab.in(2_500)))
          .isInstanceOf(StillSending.class)
          .hasMessageContaining("api.example.com");
      pest.stop();

      assertThat(lab.get("https://a.example.com/").statusCode()).as("goes on").isEqualTo(200);
    }
  }

  @Test
  void aRefusedTryBreaksTheQuiet() throws Exception {
    try (Lab lab = new Lab(Reached.by(Network.OFFLINE, Lab.OK))) {
      CompletableFuture<Capture> settled =
          later(() -> lab.recording().settle(AMPLE, ALL, Lab.in(9_000)));
      long last = 0;
      for (int i = 0; i < 3; i++) {
        TimeUnit.MILLISECONDS.sleep(LONG.toMillis() / 2);
        last = System.nanoTime();
        assertThatThrownBy(() -> lab.get("https://a.example.com/"));
      }

      assertThat(settled.get(5, TimeUnit.SECONDS).attempts()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(sinceMillis(last)).isGreaterThanOrEqualTo(AMPLE.toMillis() - 5);
    }
  }

  @Test
  void aSealedRecordingTakesNothingMore() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      HttpClient client = lab.client();
      client.send(Lab.request("https://a.example.com/").build(), BodyHandlers.discarding());
      Capture sealed = lab.recording().seal(SHORT, ALL, Lab.in(2_000));

      assertThatThrownBy(lab::wire).isInstanceOf(ConnectException.class);
      assertThatThrownBy(
              () ->
                  client.send(
                      Lab.request("https://a.example.com/").build(), BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
      assertThat(lab.recording().soFar()).isEqualTo(sealed);
      assertThat(lab.recording().seal(SHORT, ALL, Lab.in(0))).isEqualTo(sealed);
      lab.recording().close();
      assertThat(lab.recording().soFar()).isEqualTo(sealed);
    }
  }

  @Test
  void closesAtOnceInAnyStateAndMoreThanOnce() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Never());
        Wire half = lab.wire().tunnel("a.example.com:443");
        Wire wire = lab.wire().tunnel("b.example.com:80")) {
      wire.say("GET /x HTTP/1.1\r\nHost: b\r\n\r\n");
      lab.once(now -> now.size() == 1);
      CompletableFuture<Capture> settling =
          later(() -> lab.recording().settle(SHORT, ALL, Lab.in(20_000)));
      long began = System.nanoTime();
      lab.recording().close();
      lab.recording().close();

      assertThat(sinceMillis(began)).isLessThan(2_000);
      assertThat(lab.recording().soFar().exchanges().get(0).trouble())
          .hasValue("the recording was closed before the answer");
      assertThatThrownBy(() -> settling.get(2, TimeUnit.SECONDS))
          .cause()
          .isInstanceOf(StillSending.class)
          .hasMessage("the recording was closed before it was quiet");
      assertThatThrownBy(() -> wire.rest()).hasMessage("Connection reset");
      assertThatThrownBy(lab::wire).isInstanceOf(ConnectException.class);
    }
  }

  /** Whatever a client was answered is in the sealed capture, whenever the seal falls. */
  @RepeatedTest(8)
  void noAnsweredRequestIsMissingFromASealedCapture() throws Exception {
    Random random = new Random();
    long seed = random.nextLong();
    random.setSeed(seed);
    try (Lab lab = new Lab(request -> Answer.empty(204))) {
      Set<String> answered = ConcurrentHashMap.newKeySet();
      List<CompletableFuture<Void>> clients = new ArrayList<>();
      for (int c = 0; c < 6; c++) {
        int number = c;
        long clientSeed = random.nextLong();
        boolean fresh = c % 2 == 0;
        clients.add(
            CompletableFuture.runAsync(
                () -> {
                  Random pause = new Random(clientSeed);
                  HttpClient client = lab.client();
                  for (int i = 0; ; i++) {
                    String path = "/" + number + "/" + i;
                    String scheme = pause.nextBoolean() ? "https" : "http";
                    try {
                      if (fresh && i % 20 == 19) {
                        client = lab.client();
                      }
                      client.send(
                          Lab.request(scheme + "://a.example.com" + path).build(),
                          BodyHandlers.discarding());
                      answered.add(path);
                      TimeUnit.MICROSECONDS.sleep(pause.nextInt(6_000));
                    } catch (IOException sealed) {
                      return;
                    } catch (InterruptedException e) {
                      throw new AssertionError(e);
                    }
                  }
                },
                task -> new Thread(task, "client " + number).start()));
      }
      lab.once(now -> now.size() > 60);
      Capture sealed =
          lab.recording().seal(Duration.ofNanos(random.nextInt(400_000)), ALL, Lab.in(20_000));
      CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);

      assertThat(sealed.exchanges())
          .as("seed %d", seed)
          .extracting(exchange -> exchange.request().path())
          .containsAll(answered)
          .doesNotHaveDuplicates();
      assertThat(sealed.exchanges()).as("seed %d", seed).noneMatch(Exchange::isOpen);
      assertThat(lab.recording().soFar()).isEqualTo(sealed);
    }
  }

  /** What had come when the quiet ended is read first, however far behind the recorder was. */
  @Test
  void aBusyRecorderIsNotASilentClient() throws Exception {
    CompletableFuture<Void> busy = new CompletableFuture<>();
    CompletableFuture<Void> released = new CompletableFuture<>();
    try (Lab lab =
            new Lab(
                request -> {
                  if (request.path().equals("/blocks")) {
                    busy.complete(null);
                    released.join();
                  }
                  return Answer.empty(204);
                });
        Blocked blocked = new Blocked(lab, busy, released)) {
      // every thread of the recorder is held up by requests that do not count
      blocked.await();
      try (Wire wire = lab.wire()) {
        wire.say("GET http://partner.example.com/late HTTP/1.1\r\nHost: a\r\n\r\n");
        CompletableFuture<Capture> settled =
            later(
                () ->
                    lab.recording()
                        .settle(
                            SHORT,
                            e -> e.request().host().equals("partner.example.com"),
                            Lab.in(9_000)));
        TimeUnit.MILLISECONDS.sleep(SHORT.toMillis() * 4);
        assertThat(settled).isNotDone();
        released.complete(null);

        assertThat(settled.get(5, TimeUnit.SECONDS).exchanges())
            .extracting(exchange -> exchange.request().path())
            .contains("/late");
      }
    }
  }

  /** Clients that hold up all of a recorder's threads. */
  private record Blocked(
      Lab lab, CompletableFuture<Void> busy, CompletableFuture<Void> released, List<Wire> wires)
      implements AutoCloseable {
    Blocked(Lab lab, CompletableFuture<Void> busy, CompletableFuture<Void> released) {
      this(lab, busy, released, new ArrayList<>());
    }

    void await() throws Exception {
      for (int i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
        Wire wire = lab.wire();
        wires.add(wire);
        wire.say("GET http://noise.example.com/blocks HTTP/1.1\r\nHost: a\r\n\r\n");
      }
      busy.get(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
      released.complete(null);
      for (Wire wire : wires) {
        wire.close();
      }
    }
  }

  /** A client that sends all the time. */
  private static final class Pest {
    private final CompletableFuture<Void> sending;
    private volatile boolean stopped;

    Pest(Lab lab, String address) throws InterruptedException {
      HttpClient client = lab.client();
      sending =
          CompletableFuture.runAsync(
              () -> {
                while (!stopped) {
                  try {
                    client.send(Lab.request(address).build(), BodyHandlers.discarding());
                    TimeUnit.MILLISECONDS.sleep(2);
                  } catch (IOException sealed) {
                    return;
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                }
              });
      int before = lab.recording().soFar().size();
      lab.once(now -> now.size() > before);
    }

    void stop() throws Exception {
      stopped = true;
      sending.get(5, TimeUnit.SECONDS);
    }
  }

  /**
   * It does not settle while what was sent is half there, and says so as soon as the recorder,
   * which may be behind, has read that half.
   */
  private static void assertHeldUp(Lab lab, String why) {
    Deadline by = Lab.in(10_000);
    StillSending still;
    do {
      still =
          catchThrowableOfType(
              StillSending.class, () -> lab.recording().settle(SHORT, ALL, Lab.in(150)));
      assertThat(still).as("not settled before: %s", why).isNotNull();
    } while (!why.equals(still.getMessage()) && !by.passed());
    assertThat(still).hasMessage(why);
  }

  private interface Settle {
    Capture run() throws StillSending;
  }

  private static CompletableFuture<Capture> later(Settle settle) {
    CompletableFuture<Capture> result = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                result.complete(settle.run());
              } catch (StillSending | RuntimeException e) {
                result.completeExceptionally(e);
              }
            },
            "settling")
        .start();
    return result;
  }

  private static long sinceMillis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
