package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import java.util.Optional;

/** Why a host is not reached, in the words of the recording and in those of the wire. */
enum Unreachable {
  OFFLINE("refused: the network is offline", "the network went offline before the answer", ""),
  REFUSED(
      "refused: nobody listens at the host",
      "the host stopped listening before the answer",
      "connection_refused"),
  NO_SUCH_HOST(
      "no such host: its name is not found",
      "the host's name was taken away before the answer",
      "dns_error"),
  TLS_FAILURE(
      "TLS failure: the host broke the handshake off",
      "the host stopped speaking TLS before the answer",
      "");

  private final String refusal;
  private final String end;
  private final String error;

  Unreachable(String refusal, String end, String error) {
    this.refusal = refusal;
    this.end = end;
    this.error = error;
  }

  /**
   * Why a request gets nowhere; empty where it does.
   *
   * @param request or a CONNECT, which a host that only fails at TLS does not mind; empty for a
   *     connection that has asked for nothing
   */
  static Optional<Unreachable> of(Answers answers, Optional<HttpRequest> request) {
    Network network = answers.network(request.map(HttpRequest::host).orElse(""));
    if (network instanceof Network.Offline) {
      return Optional.of(OFFLINE);
    } else if (network instanceof Network.Refused) {
      return Optional.of(REFUSED);
    } else if (network instanceof Network.NoSuchHost) {
      return Optional.of(NO_SUCH_HOST);
    }
    boolean encrypted =
        request
            .filter(r -> r.scheme().equals("https") && !r.method().equals("CONNECT"))
            .isPresent();
    return network instanceof Network.TlsFailure && encrypted
        ? Optional.of(TLS_FAILURE)
        : Optional.empty();
  }

  /** What became of a try to connect. */
  String refusal() {
    return refusal;
  }

  /** What became of a connection that was there before. */
  String end() {
    return end;
  }

  /**
   * What a proxy says of it in {@code Proxy-Status} (RFC 9209, 2.3); empty where it says nothing.
   */
  Optional<String> error() {
    return Optional.of(error).filter(word -> !word.isEmpty());
  }
}
