package dev.crosscheck.capture;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A capture in the making, for tests: each request 100 ms after the one before, on a connection of
 * its own, answered with 200 after 10 ms. What follows a request changes that request.
 */
public final class Traffic {
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<ConnectionAttempt> attempts = new ArrayList<>();

  public static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  public Traffic post(String url, String body) {
    return request("POST", url, Body.of(body));
  }

  public Traffic post(String url, byte[] body) {
    return request("POST", url, Body.of(body));
  }

  public Traffic get(String url) {
    return request("GET", url, Body.EMPTY);
  }

  public Traffic request(String method, String url, Body body) {
    URI uri = URI.create(url.replace("[", "%5B").replace("]", "%5D"));
    String scheme = uri.getScheme();
    String target = url.substring(url.indexOf(uri.getHost()) + uri.getHost().length());
    HttpRequest request =
        new HttpRequest(
            method,
            scheme,
            uri.getHost(),
            scheme.equals("https") ? 443 : 80,
            target.isEmpty() ? "/" : target,
            "HTTP/1.1",
            List.of(),
            body);
    int index = exchanges.size();
    long read = 100L * (index + 1);
    exchanges.add(
        new Exchange(
            index,
            index,
            at(read),
            Optional.of(at(read + 10)),
            request,
            Optional.of(new HttpAnswer(200, List.of(), Body.EMPTY)),
            List.of(),
            Optional.empty()));
    return this;
  }

  public Traffic header(String name, String value) {
    Exchange last = last();
    HttpRequest r = last.request();
    List<Header> headers = new ArrayList<>(r.headers());
    headers.add(new Header(name, value));
    HttpRequest request =
        new HttpRequest(
            r.method(), r.scheme(), r.host(), r.port(), r.target(), r.version(), headers, r.body());
    return replace(
        last.connection(),
        last.at(),
        last.answered(),
        request,
        last.answer(),
        last.frames(),
        last.trouble());
  }

  public Traffic status(int status, Header... headers) {
    Exchange last = last();
    HttpAnswer answer = new HttpAnswer(status, List.of(headers), Body.EMPTY);
    return replace(
        last.connection(),
        last.at(),
        last.answered(),
        last.request(),
        Optional.of(answer),
        last.frames(),
        last.trouble());
  }

  /** When it was read and when it was answered, in milliseconds from the start. */
  public Traffic times(long read, long answered) {
    Exchange last = last();
    return replace(
        last.connection(),
        at(read),
        Optional.of(at(answered)),
        last.request(),
        last.answer(),
        last.frames(),
        last.trouble());
  }

  public Traffic connection(int number) {
    Exchange last = last();
    return replace(
        number,
        last.at(),
        last.answered(),
        last.request(),
        last.answer(),
        last.frames(),
        last.trouble());
  }

  public Traffic unanswered(String trouble) {
    Exchange last = last();
    return replace(
        last.connection(),
        last.at(),
        Optional.empty(),
        last.request(),
        Optional.empty(),
        last.frames(),
        Optional.of(trouble));
  }

  /** The answer did not come whole. */
  public Traffic brokenOff(String trouble) {
    Exchange last = last();
    return replace(
        last.connection(),
        last.at(),
        last.answered(),
        last.request(),
        last.answer(),
        last.frames(),
        Optional.of(trouble));
  }

  /** A frame from the client, or to it. */
  public Traffic frame(long millis, boolean sent, String text) {
    Exchange last = last();
    List<Frame> frames = new ArrayList<>(last.frames());
    frames.add(new Frame(at(millis), sent, true, Body.of(text)));
    return replace(
        last.connection(),
        last.at(),
        last.answered(),
        last.request(),
        last.answer(),
        frames,
        last.trouble());
  }

  public Traffic attempt(String host, String trouble) {
    attempts.add(new ConnectionAttempt(START, host, trouble));
    return this;
  }

  public Capture capture() {
    return new Capture(exchanges, attempts);
  }

  private Exchange last() {
    return exchanges.get(exchanges.size() - 1);
  }

  private Traffic replace(
      int connection,
      Instant at,
      Optional<Instant> answered,
      HttpRequest request,
      Optional<HttpAnswer> answer,
      List<Frame> frames,
      Optional<String> trouble) {
    int index = exchanges.size() - 1;
    exchanges.set(
        index, new Exchange(index, connection, at, answered, request, answer, frames, trouble));
    return this;
  }
}
