package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reached;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of one host: what a client sees, what is recorded, and that others are unharmed. */
class ProxyFaultsIT {
  private static final String BAD = "bad.example.com";
  private static final String GOOD = "good.example.com";
  private static final String JSON = "{\"accepted\": true, \"events\": 12}";
  private static final Answer.Respond WHOLE = Answer.of(200, "application/json", Body.of(JSON));

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(Network.OFFLINE, "refused: the network is offline"),
        Arguments.of(new Network.Refused(), "refused: nobody listens at the host"),
        Arguments.of(new Network.NoSuchHost(), "no such host: its name is not found"),
        Arguments.of(new Network.TlsFailure(), "TLS failure: the host broke the handshake off"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void oneHostIsNotReachedAndIsAgainWhenItIsOver(Network fault, String trouble) throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      HttpClient client = lab.client();
      assertThat(get(client, BAD).statusCode()).isEqualTo(200);
      assertThat(get(client, GOOD).statusCode()).isEqualTo(200);

      lab.recording().answer(at(BAD, fault));

      assertThatThrownBy(() -> get(client, BAD)).isInstanceOf(IOException.class);
      Capture capture = lab.once(now -> !now.attempts().isEmpty());
      assertThat(capture.exchanges()).hasSize(2);
      assertThat(capture.attempts()).extracting(ConnectionAttempt::host).containsOnly(BAD);
      assertThat(capture.attempts()).extracting(ConnectionAttempt::trouble).containsOnly(trouble);
      assertThat(get(client, GOOD).statusCode()).isEqualTo(200);
      assertThat(lab.recording().soFar().exchanges().get(2).connection())
          .as("the good host's connection is kept")
          .isEqualTo(capture.exchanges().get(1).connection());

      lab.recording().answer(Lab.OK);

      assertThat(get(client, BAD).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatTheHostHasUnderWayIsCut(Network fault) throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Never())) {
      CompletableFuture<?> bad = lab.client().sendAsync(to(BAD), BodyHandlers.discarding());
      CompletableFuture<?> good = lab.client().sendAsync(to(GOOD), BodyHandlers.discarding());
      lab.once(now -> now.size() == 2);

      lab.recording().answer(at(BAD, fault));

      // known when answer() returns, not some time later
      for (Exchange exchange : lab.recording().soFar().exchanges()) {
        assertThat(exchange.isOpen()).isEqualTo(exchange.request().host().equals(GOOD));
      }
      assertThatThrownBy(() -> bad.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(IOException.class);
      assertThat(good).isNotDone();
    }
  }

  @Test
  void aRefusalAndAMissingNameAreToldAsProxiesTellThem() throws Exception {
    try (Lab lab = new Lab(Reached.by(new Network.Refused(), Lab.OK))) {
      assertThat(connect(lab))
          .startsWith("HTTP/1.1 502 ")
          .contains("\r\nProxy-Status: crosscheck; error=connection_refused\r\n");
      lab.recording().answer(Reached.by(new Network.NoSuchHost(), Lab.OK));
      assertThat(connect(lab))
          .startsWith("HTTP/1.1 502 ")
          .contains("\r\nProxy-Status: crosscheck; error=dns_error\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsNotEncryptedGetsNoAnswerThatCouldBeTakenForTheHosts(boolean named) throws Exception {
    Network fault = named ? new Network.Refused() : new Network.NoSuchHost();
    try (Lab lab = new Lab(Reached.by(fault, Lab.OK))) {
      assertThatThrownBy(() -> lab.get("http://" + BAD + "/")).isInstanceOf(IOException.class);

      Capture capture = lab.once(now -> !now.attempts().isEmpty());
      assertThat(capture.exchanges()).isEmpty();
      assertThat(capture.attempts()).extracting(ConnectionAttempt::host).containsOnly(BAD);
    }
  }

  @Test
  void aTlsFailureIsAnAlertAndLeavesTheRestAlone() throws Exception {
    try (Lab lab = new Lab(Reached.by(new Network.TlsFailure(), Lab.OK))) {
      assertThatThrownBy(() -> lab.get("https://" + BAD + "/"))
          .isInstanceOf(SSLHandshakeException.class)
          .hasMessageContaining("handshake_failure");

      assertThat(lab.get("http://" + BAD + "/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void onlyOneHostIsSlow() throws Exception {
    // more than a busy machine adds to an answer of the other host
    Duration latency = Duration.ofSeconds(2);
    try (Lab lab = new Lab(Lab.OK)) {
      lab.recording().answer(at(BAD, new Network.Slow(latency, 0)));
      get(lab.client(), GOOD);
      get(lab.client(), BAD);

      Capture capture = lab.once(now -> now.size() == 2 && !now.exchanges().get(1).isOpen());
      assertThat(taken(capture.exchanges().get(0))).isLessThan(latency);
      assertThat(taken(capture.exchanges().get(1)))
          .isBetween(latency.minusMillis(5), Duration.ofSeconds(5));
    }
  }

  @Test
  void onlyOneHostsLineIsNarrow() throws Exception {
    Answer large = Answer.of(200, "text/plain", Body.of("x".repeat(80_000)));
    try (Lab lab = new Lab(request -> large)) {
      lab.recording()
          .answer(new Reached(BAD, new Network.Slow(Duration.ZERO, 40_000), request -> large));
      assertThat(get(lab.client(), GOOD).body()).hasSize(80_000);
      assertThat(get(lab.client(), BAD).body()).hasSize(80_000);

      Capture capture = lab.once(now -> now.size() == 2 && !now.exchanges().get(1).isOpen());
      assertThat(taken(capture.exchanges().get(0))).isLessThan(Duration.ofMillis(1_900));
      // 80 kB at 40 kB/s
      assertThat(taken(capture.exchanges().get(1)))
          .isBetween(Duration.ofMillis(1_995), Duration.ofSeconds(5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aTruncatedBodyIsShorterThanItsLength(String scheme) throws Exception {
    try (Lab lab = new Lab(at(BAD, new Answer.BrokenOff(WHOLE, 10, false)))) {
      assertThatThrownBy(() -> lab.get(scheme + "://" + BAD + "/"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("fixed content-length: 32, bytes received: 10");

      assertBrokenOff(lab.only(), "truncated after 10 of 32 bytes", 10);
      assertThat(lab.get(scheme + "://" + GOOD + "/").body()).isEqualTo(JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aResetWithinTheBodyIsNoAnswerToAClient(String scheme) throws Exception {
    try (Lab lab = new Lab(at(BAD, new Answer.BrokenOff(WHOLE, 10, true)))) {
      // a client that is told of the reset first may ask again for what it may ask for twice
      assertThatThrownBy(() -> lab.post(scheme + "://" + BAD + "/", "{}"))
          .isInstanceOf(IOException.class);

      assertBrokenOff(lab.only(), "connection reset after 10 of 32 bytes", 10);
      assertThat(lab.get(scheme + "://" + GOOD + "/").body()).isEqualTo(JSON);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResetComesAfterThePartThatIsSentAndIsNotAFarewell(boolean encrypted) throws Exception {
    try (Lab lab = new Lab(request -> new Answer.BrokenOff(WHOLE, 10, true));
        Wire plain = lab.wire().tunnel(BAD + ":443")) {
      Wire wire = encrypted ? plain.encrypted(lab.trusting(), BAD) : plain;
      wire.say("GET / HTTP/1.1\r\nHost: " + BAD + "\r\n\r\n");
      assertThat(wire.head()).startsWith("HTTP/1.1 200 ").contains("Content-Length: 32\r\n");
      assertThat(wire.read(10)).asString().isEqualTo(JSON.substring(0, 10));

      assertThatThrownBy(wire::rest)
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
    }
  }

  @Test
  void moreThanThereIsCannotBeSentAndAByteIsMissingAllTheSame() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.BrokenOff(WHOLE, 500, false))) {
      assertThatThrownBy(() -> lab.get("https://" + BAD + "/"))
          .hasMessageContaining("fixed content-length: 33, bytes received: 32");

      assertBrokenOff(lab.only(), "truncated after 32 of 33 bytes", 32);
    }
  }

  @Test
  void whereThereIsNoBodyNothingBreaksOff() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.BrokenOff(Answer.empty(204), 1, false))) {
      assertThat(lab.get("https://" + BAD + "/").statusCode()).isEqualTo(500);

      assertThat(lab.only().trouble())
          .hasValue("answering failed: the answer to GET with 204 has no body to break off in");
    }
  }

  private static void assertBrokenOff(Exchange exchange, String trouble, int bytes) {
    assertThat(exchange.trouble()).hasValue(trouble);
    assertThat(exchange.answer().orElseThrow().status()).isEqualTo(200);
    assertThat(exchange.answer().orElseThrow().body()).isEqualTo(Body.of(JSON.substring(0, bytes)));
    assertThat(exchange.isOpen()).isFalse();
    assertThat(exchange.isAnsweredWell()).isFalse();
  }

  private static String connect(Lab lab) throws IOException {
    try (Wire wire = lab.wire()) {
      return wire.say("CONNECT " + BAD + ":443 HTTP/1.1\r\nHost: " + BAD + "\r\n\r\n").rest();
    }
  }

  private static HttpResponse<String> get(HttpClient client, String host) throws Exception {
    return client.send(to(host), BodyHandlers.ofString());
  }

  private static java.net.http.HttpRequest to(String host) {
    return Lab.request("https://" + host + "/").build();
  }

  private static Duration taken(Exchange exchange) {
    return Duration.between(exchange.at(), exchange.answered().orElseThrow());
  }

  private static Answers at(String host, Answer answer) {
    return request -> request.host().equals(host) ? answer : WHOLE;
  }

  private static Answers at(String host, Network network) {
    return new Reached(host, network, Lab.OK);
  }
}
