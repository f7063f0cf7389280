package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * The way on which requests come: straight to the proxy's port, or through a tunnel to a host.
 *
 * @param tunnel what CONNECT named; empty for the proxy's own port
 * @param tls whether what comes through the tunnel is encrypted
 */
record Route(Optional<Authority> tunnel, boolean tls) {

  static Route direct() {
    return new Route(Optional.empty(), false);
  }

  static Route to(Authority host, boolean tls) {
    return new Route(Optional.of(host), tls);
  }

  String scheme() {
    return tls ? "https" : "http";
  }

  /** The host of the tunnel, empty on the proxy's own port. */
  String host() {
    return tunnel.map(Authority::host).orElse("");
  }

  /** The request that made the tunnel, for those who ask what a tunnel is for. */
  Optional<HttpRequest> sketch() {
    return tunnel.map(
        to ->
            new HttpRequest(
                "CONNECT", "https", to.host(), to.port(), "", "HTTP/1.1", List.of(), Body.EMPTY));
  }

  @Override
  public String toString() {
    return tunnel.map(Authority::toString).orElse("the proxy");
  }
}
