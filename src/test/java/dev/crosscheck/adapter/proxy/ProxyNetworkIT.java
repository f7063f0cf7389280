package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reached;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Offline and slow, as a scenario asks for them. */
class ProxyNetworkIT {

  @Test
  void offlineRefusesEachTryAndSaysForWhichHost() throws Exception {
    try (Lab lab = new Lab(Reached.by(Network.OFFLINE, Lab.OK))) {
      assertThatThrownBy(() -> lab.get("https://A.example.com:8443/"))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> lab.get("http://b.example.com/x")).isInstanceOf(IOException.class);

      Capture capture =
          lab.once(now -> now.attempts().stream().anyMatch(a -> a.host().startsWith("b.")));
      assertThat(capture.exchanges()).isEmpty();
      assertThat(capture.attempts())
          .extracting(ConnectionAttempt::host)
          .contains("a.example.com", "b.example.com");
      assertThat(capture.attempts())
          .extracting(ConnectionAttempt::trouble)
          .containsOnly("refused: the network is offline");
    }
  }

  @Test
  void goingOfflineEndsWhatIsUnderWayAndIdleConnections() throws Exception {
    try (Lab lab =
        new Lab(
            request -> request.path().equals("/never") ? new Answer.Never() : Answer.empty(200))) {
      HttpClient idle = lab.client();
      idle.send(Lab.request("https://idle.example.com/").build(), BodyHandlers.discarding());
      CompletableFuture<?> waiting =
          lab.client()
              .sendAsync(
                  Lab.request("https://busy.example.com/never").build(), BodyHandlers.discarding());
      lab.once(now -> now.size() == 2);

      lab.recording().answer(Reached.by(Network.OFFLINE, Lab.OK));

      // known when answer() returns, not some time later
      Exchange cut = lab.recording().soFar().exchanges().get(1);
      assertThat(cut.trouble())
          .hasValue("never answered; the network went offline before the answer");
      assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
      assertThatThrownBy(
              () ->
                  idle.send(
                      Lab.request("https://idle.example.com/").build(), BodyHandlers.discarding()))
          .isInstanceOf(IOException.class);
      assertThat(lab.once(now -> !now.attempts().isEmpty()).exchanges()).hasSize(2);
    }
  }

  @Test
  void comesBackOnline() throws Exception {
    try (Lab lab = new Lab(Reached.by(Network.OFFLINE, Lab.OK))) {
      assertThatThrownBy(() -> lab.get("https://a.example.com/")).isInstanceOf(IOException.class);
      lab.recording().answer(Lab.OK);

      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRequestThatWasHalfReadWhenItWentOfflineIsNoExchange() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say("POST /x HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
      wire.head();
      lab.recording().answer(Reached.by(Network.OFFLINE, Lab.OK));

      Capture capture = lab.recording().soFar();
      assertThat(capture.exchanges()).isEmpty();
      assertThat(capture.attempts())
          .extracting(ConnectionAttempt::trouble)
          .containsExactly("the network went offline before the answer");
    }
  }

  @Test
  void slowAnswersLateAndPieceByPiece() throws Exception {
    Body body = Body.of("x".repeat(20_000));
    try (Lab lab = new Lab(request -> Answer.of(200, "text/plain", body)).slow()) {
      assertThat(lab.get("https://a.example.com/").body()).hasSize(20_000);

      // 400 ms, and 20 kB at 50 kB/s
      assertThat(taken(lab.only())).isBetween(Duration.ofMillis(790), Duration.ofSeconds(3));
    }
  }

  @Test
  void slowRequestsTakeTheirTimeToo() throws Exception {
    try (Lab lab = new Lab(Lab.OK).slow()) {
      long began = System.nanoTime();
      lab.client()
          .send(
              Lab.request("http://a.example.com/")
                  .POST(BodyPublishers.ofByteArray(new byte[100_000]))
                  .build(),
              BodyHandlers.discarding());

      // the first read, of 64 kB at most, comes as it is
      assertThat(Duration.ofNanos(System.nanoTime() - began))
          .isBetween(Duration.ofMillis(1_000), Duration.ofSeconds(6));
    }
  }

  private static Duration taken(Exchange exchange) {
    return Duration.between(exchange.at(), exchange.answered().orElseThrow());
  }
}
