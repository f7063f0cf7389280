package dev.crosscheck.adapter.proxy;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes and what it asks for there, out of its first line and its Host header (RFC
 * 9112, 3.2).
 *
 * @param target path and query as sent
 */
record Address(Authority authority, String target) {
  private static final Pattern ABSOLUTE =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)([^#]*)(?:#.*)?", Pattern.DOTALL);

  static Address of(HttpRequest head, Route route) throws MalformedRequest {
    String target = head.uri();
    Matcher absolute = ABSOLUTE.matcher(target);
    if (absolute.matches()) {
      return absolute(absolute, route);
    }
    if (!target.startsWith("/") && !target.equals("*")) {
      throw new MalformedRequest("'" + target + "' is neither a path nor an address");
    }
    if (route.tunnel().isPresent()) {
      return new Address(route.tunnel().get(), target);
    }
    @Nullable String host = head.headers().get(HttpHeaderNames.HOST);
    if (host == null) {
      throw new MalformedRequest("a request without a host");
    }
    return new Address(Authority.parse(host, 80), target);
  }

  private static Address absolute(Matcher parts, Route route) throws MalformedRequest {
    String scheme = Authority.lowerCase(parts.group(1));
    boolean tls = scheme.equals("https") || scheme.equals("wss");
    if (!tls && !scheme.equals("http") && !scheme.equals("ws")) {
      throw new MalformedRequest("'" + scheme + "' is neither http nor https");
    }
    if (tls && !route.tls()) {
      throw new MalformedRequest("an https address asked for without CONNECT and TLS");
    }
    Authority authority = Authority.parse(parts.group(2), tls ? 443 : 80);
    String target = parts.group(3);
    return new Address(authority, target.startsWith("/") ? target : "/" + target);
  }
}
