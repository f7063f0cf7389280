package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Accepts a WebSocket (RFC 6455, 4.2.2), without any extension. */
final class WebSocketHandshake {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private WebSocketHandshake() {}

  /**
   * @throws IllegalArgumentException where the request does not ask for a WebSocket
   */
  static Reply accept(HttpRequest request) {
    Optional<String> key = request.header("sec-websocket-key");
    boolean asked = request.header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    if (!asked || key.isEmpty()) {
      throw new IllegalArgumentException("the request does not ask for a WebSocket");
    }
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Upgrade", "websocket"));
    headers.add(new Header("Connection", "Upgrade"));
    headers.add(new Header("Sec-WebSocket-Accept", proof(key.get().strip())));
    // a browser that offers protocols fails the connection unless one is chosen
    request
        .header("sec-websocket-protocol")
        .map(offered -> offered.split(",", 2)[0].strip())
        .ifPresent(first -> headers.add(new Header("Sec-WebSocket-Protocol", first)));
    return new Reply(new HttpAnswer(101, headers, Body.EMPTY), false, 0);
  }

  private static String proof(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }
}
