package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer in the form in which it is sent.
 *
 * @param closes whether the connection ends with it
 */
record Reply(HttpAnswer recorded, boolean closes) {

  /**
   * Frames an answer as RFC 9112, 6.3 asks: its true length, and no body where there can be none.
   *
   * @throws IllegalArgumentException where the status is not one that ends an exchange, or a header
   *     cannot be sent
   */
  static Reply to(String method, Answer.Respond answer, boolean keepsAlive) {
    int status = answer.status();
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("'" + status + "' is not the status of an answer");
    }
    List<Header> headers = new ArrayList<>();
    boolean closes = !keepsAlive;
    for (Header header : answer.headers()) {
      if (is(header, HttpHeaderNames.CONNECTION)) {
        closes |= HttpHeaderValues.CLOSE.contentEqualsIgnoreCase(header.value().strip());
      } else if (!is(header, HttpHeaderNames.CONTENT_LENGTH)
          && !is(header, HttpHeaderNames.TRANSFER_ENCODING)) {
        headers.add(header);
      }
    }
    boolean bodiless = status == 204 || status == 304;
    if (!bodiless) {
      headers.add(
          new Header("Content-Length", Integer.toString(answer.body().buffer().remaining())));
    }
    headers.add(new Header("Connection", closes ? "close" : "keep-alive"));
    Body body = bodiless || method.equals("HEAD") ? Body.EMPTY : answer.body();
    Reply reply = new Reply(new HttpAnswer(status, headers, body), closes);
    HttpResponse checked = reply.head();
    return reply;
  }

  /** Status and headers for the wire. */
  HttpResponse head() {
    HttpResponse head =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(recorded.status()));
    recorded.headers().forEach(header -> head.headers().add(header.name(), header.value()));
    return head;
  }

  private static boolean is(Header header, CharSequence name) {
    return AsciiString.contentEqualsIgnoreCase(header.name(), name);
  }
}
