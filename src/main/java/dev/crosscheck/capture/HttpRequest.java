package dev.crosscheck.capture;

import java.util.List;
import java.util.Optional;

/**
 * A request as the proxy read it.
 *
 * @param scheme {@code http} or {@code https} ({@code ws}/{@code wss} are the upgrades of these)
 * @param host the host that the client asked for, lower case, without port
 * @param target path and query as sent, such as {@code /track?ip=1}
 * @param version as on the wire, such as {@code HTTP/1.1}
 */
public record HttpRequest(
    String method,
    String scheme,
    String host,
    int port,
    String target,
    String version,
    List<Header> headers,
    Body body) {

  public HttpRequest {
    headers = List.copyOf(headers);
  }

  /** The path, percent-encoded as sent. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query as sent, without the question mark; empty where there is none. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  public boolean isTls() {
    return scheme.equals("https");
  }

  /** Scheme, host, port where it is not the scheme's own, and target. */
  public String url() {
    boolean usual = port == (isTls() ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port) + target;
  }

  /** The first header of that name, in any case. */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /** Whether a browser asks before a request of another origin (Fetch Standard, CORS preflight). */
  public boolean isPreflight() {
    return method.equals("OPTIONS") && header("access-control-request-method").isPresent();
  }
}
