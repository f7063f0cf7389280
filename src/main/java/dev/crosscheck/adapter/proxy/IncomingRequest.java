package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpUtil;
import java.util.List;

/** A request whose head was read and whose body is on its way. */
final class IncomingRequest {
  private final io.netty.handler.codec.http.HttpRequest head;
  private final Address address;
  private final String scheme;
  private final BodyReader body;

  IncomingRequest(
      io.netty.handler.codec.http.HttpRequest head,
      Address address,
      String scheme,
      KeptBytes kept) {
    this.head = head;
    this.address = address;
    this.scheme = scheme;
    this.body = new BodyReader(kept);
  }

  void add(ByteBuf part) {
    body.add(part);
  }

  boolean keepsAlive() {
    return HttpUtil.isKeepAlive(head);
  }

  /** The request without its body: what there is to say while it is still being read. */
  HttpRequest sketch() {
    return with(Body.EMPTY);
  }

  HttpRequest whole() {
    return with(body.body());
  }

  private HttpRequest with(Body content) {
    List<Header> headers =
        head.headers().entries().stream()
            .map(line -> new Header(line.getKey(), line.getValue()))
            .toList();
    return new HttpRequest(
        head.method().name(),
        scheme,
        address.authority().host(),
        address.authority().port(),
        address.target(),
        head.protocolVersion().text(),
        headers,
        content);
  }
}
