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
import java.util.Arrays;
import java.util.List;

/**
 * An answer in the form in which it is sent.
 *
 * @param closes whether the connection ends with it
 * @param length of the body that is promised, in bytes
 */
record Reply(HttpAnswer recorded, boolean closes, int length) {

  /**
   * Frames an answer as RFC 9112, 6.3 asks: its true length, and no body where there can be none.
   *
   * @throws IllegalArgumentException where the status is not one that ends an exchange, or a header
   *     cannot be sent
   */
  static Reply to(String method, Answer.Respond answer, boolean keepsAlive) {
    return framed(method, answer, keepsAlive, answer.body(), answer.body().buffer().remaining());
  }

  /**
   * The beginning of an answer, framed as if all of it came: at least a byte is missing.
   *
   * @throws IllegalArgumentException as above, and where there can be no body to break off in
   */
  static Reply breakingOff(String method, Answer.BrokenOff broken, boolean keepsAlive) {
    Answer.Respond whole = broken.whole();
    if (isBodiless(whole.status()) || method.equals("HEAD")) {
      throw new IllegalArgumentException(
          "the answer to " + method + " with " + whole.status() + " has no body to break off in");
    }
    byte[] all = whole.body().bytes();
    int sent = Math.min(broken.sent(), all.length);
    Body beginning = Body.of(Arrays.copyOf(all, sent));
    return framed(method, whole, keepsAlive, beginning, Math.max(all.length, sent + 1));
  }

  private static Reply framed(
      String method, Answer.Respond answer, boolean keepsAlive, Body comes, int length) {
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
    boolean bodiless = isBodiless(status);
    if (!bodiless) {
      headers.add(new Header("Content-Length", Integer.toString(length)));
    }
    headers.add(new Header("Connection", closes ? "close" : "keep-alive"));
    Body body = bodiless || method.equals("HEAD") ? Body.EMPTY : comes;
    Reply reply = new Reply(new HttpAnswer(status, headers, body), closes, length);
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

  private static boolean isBodiless(int status) {
    return status == 204 || status == 304;
  }

  private static boolean is(Header header, CharSequence name) {
    return AsciiString.contentEqualsIgnoreCase(header.name(), name);
  }
}
