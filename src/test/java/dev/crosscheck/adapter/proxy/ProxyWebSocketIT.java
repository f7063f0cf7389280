package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets are accepted, and what goes over them is recorded both ways. */
class ProxyWebSocketIT {
  private static final Answers ACCEPT =
      request -> new Answer.Upgrade(List.of("hello", "{\"v\":1}"));

  @ParameterizedTest
  @ValueSource(strings = {"ws", "wss"})
  void recordsMessagesBothWays(String scheme) throws Exception {
    try (Lab lab = new Lab(ACCEPT)) {
      Ear ear = new Ear();
      WebSocket socket = open(lab, scheme + "://live.example.com/socket?v=2", ear);
      assertThat(ear.next()).isEqualTo("hello");
      assertThat(ear.next()).isEqualTo("{\"v\":1}");
      socket.sendText("ping?", true).join();
      socket.sendBinary(ByteBuffer.wrap(new byte[] {1, 2, 3}), true).join();
      socket.sendText("in two ", false).join();
      socket.sendText("parts", true).join();

      Exchange exchange = lab.once(frames(5)).exchanges().get(0);
      assertThat(exchange.request().url())
          .isEqualTo((scheme.equals("wss") ? "https" : "http") + "://live.example.com/socket?v=2");
      assertThat(exchange.isUpgraded()).isTrue();
      assertThat(exchange.isOpen()).isFalse();
      assertThat(exchange.frames())
          .extracting(Frame::sent)
          .containsExactly(false, false, true, true, true);
      assertThat(exchange.frames())
          .extracting(Frame::text)
          .containsExactly(true, true, true, false, true);
      assertThat(exchange.frames())
          .extracting(Frame::payload)
          .containsExactly(
              Body.of("hello"),
              Body.of("{\"v\":1}"),
              Body.of("ping?"),
              Body.of(new byte[] {1, 2, 3}),
              Body.of("in two parts"));
      assertThat(exchange.answer().orElseThrow().headers())
          .extracting(header -> header.name().toLowerCase(java.util.Locale.ROOT))
          .contains("sec-websocket-accept")
          .doesNotContain("sec-websocket-extensions");
    }
  }

  @Test
  void answersPingsAndClosesAndCountsThemForNothing() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Upgrade(List.of()))) {
      Ear ear = new Ear();
      WebSocket socket = open(lab, "wss://live.example.com/", ear);
      socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
      assertThat(ear.next()).isEqualTo("pong 7");
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
      assertThat(ear.next()).isEqualTo("closed 1000");

      assertThat(lab.only().frames()).isEmpty();
      assertThat(lab.only().trouble()).isEmpty();
    }
  }

  @Test
  void choosesTheFirstProtocolOffered() throws Exception {
    try (Lab lab = new Lab(ACCEPT)) {
      WebSocket socket =
          lab.client()
              .newWebSocketBuilder()
              .subprotocols("mqtt", "v1")
              .buildAsync(URI.create("wss://live.example.com/"), new Ear())
              .get(5, TimeUnit.SECONDS);

      assertThat(socket.getSubprotocol()).isEqualTo("mqtt");
    }
  }

  @Test
  void anOpenSocketDoesNotHoldUpASeal() throws Exception {
    try (Lab lab = new Lab(ACCEPT)) {
      Ear ear = new Ear();
      WebSocket socket = open(lab, "wss://live.example.com/", ear);
      lab.once(frames(2));
      Capture sealed = lab.recording().seal(Duration.ofMillis(20), any -> true, Lab.in(2_000));

      assertThat(sealed.exchanges().get(0).trouble()).isEmpty();
      assertThat(ear.next()).isEqualTo("hello");
      assertThat(ear.next()).isEqualTo("{\"v\":1}");
      assertThat(ear.next()).isEqualTo("closed 1006");
      assertThat(socket.isInputClosed()).isTrue();
    }
  }

  @Test
  void keepsTheBeginningOfALargeMessage() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Upgrade(List.of()))) {
      WebSocket socket = open(lab, "wss://live.example.com/", new Ear());
      int size = KeptBytes.PER_BODY + 100_000;
      for (int sent = 0; sent < size; sent += 100_000) {
        int part = Math.min(100_000, size - sent);
        socket.sendBinary(ByteBuffer.allocate(part), sent + part == size).join();
      }

      Body payload = lab.once(frames(1)).exchanges().get(0).frames().get(0).payload();
      assertThat(payload.size()).isEqualTo(size);
      assertThat(payload.bytes()).hasSize(KeptBytes.PER_BODY);
    }
  }

  @Test
  void framesAgainstTheProtocolEndTheSocketAndSaySo() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Upgrade(List.of()));
        Wire wire = lab.wire().tunnel("live.example.com:80")) {
      wire.say(
          "GET / HTTP/1.1\r\nHost: live\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
      // the example of RFC 6455, 1.3
      assertThat(wire.head()).contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n");
      wire.say(new byte[] {(byte) 0x81, 2, 'n', 'o'}); // not masked
      wire.rest();

      Capture capture = lab.once(now -> now.exchanges().get(0).trouble().isPresent());
      assertThat(capture.exchanges().get(0).trouble().get())
          .startsWith("the client broke the WebSocket protocol: ");
    }
  }

  @Test
  void aRequestThatAsksForNoSocketGetsNone() throws Exception {
    try (Lab lab = new Lab(ACCEPT)) {
      assertThat(lab.get("https://live.example.com/").statusCode()).isEqualTo(500);

      assertThat(lab.only().trouble())
          .hasValue("answering failed: the request does not ask for a WebSocket");
    }
  }

  private static WebSocket open(Lab lab, String address, Ear ear) throws Exception {
    return lab.client()
        .newWebSocketBuilder()
        .buildAsync(URI.create(address), ear)
        .get(5, TimeUnit.SECONDS);
  }

  private static java.util.function.Predicate<Capture> frames(int count) {
    return now -> now.size() == 1 && now.exchanges().get(0).frames().size() == count;
  }

  /** Hears what the other side says. */
  private static final class Ear implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    String next() throws InterruptedException {
      return String.valueOf(heard.poll(5, TimeUnit.SECONDS));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      heard.add(data.toString());
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    @Override
    public CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
      heard.add("pong " + message.get(0));
      return WebSocket.Listener.super.onPong(socket, message);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      heard.add("closed " + status);
      return WebSocket.Listener.super.onClose(socket, status, reason);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.add("broken");
    }
  }
}
