package dev.crosscheck.capture;

/**
 * Which requests a message type is read from: {@code POST host/path*}, {@code WS host/path}.
 *
 * @param method an HTTP method, {@code WS} for the frames of a WebSocket, or {@code *}
 * @param host a host with {@code *} as wildcard; {@code *} for any host of the partner
 * @param path a path with {@code *} as wildcard; matched against the path alone, without query
 */
public record RequestPattern(String method, String host, String path) {

  /** Whether the request is one of these. {@code *.example.com} also means {@code example.com}. */
  public boolean matches(HttpRequest request) {
    boolean webSocket =
        request.header("upgrade").filter(u -> u.equalsIgnoreCase("websocket")).isPresent();
    boolean sameMethod =
        method.equals("*") || (method.equals("WS") ? webSocket : method.equals(request.method()));
    return sameMethod && Glob.host(host, request.host()) && Glob.matches(path, request.path());
  }

  @Override
  public String toString() {
    return method + " " + (host.equals("*") ? "" : host) + path;
  }
}
