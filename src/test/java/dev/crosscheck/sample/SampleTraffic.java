package dev.crosscheck.sample;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The traffic of one cell, as a page with analytics.js and a plugin makes it. */
final class SampleTraffic {
  private static final String SHOP = "shop.crosscheck.test";
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<ConnectionAttempt> attempts = new ArrayList<>();
  private Instant now;

  SampleTraffic(Instant start) {
    this.now = start;
  }

  SampleTraffic pageLoad(String partner) {
    get(SHOP, "/", "text/html; charset=utf-8", "<!doctype html><title>Shop</title>");
    get(
        "cdn.segment.com",
        "/analytics.js/v1/crosscheckWriteKey/analytics.min.js",
        "text/javascript",
        code(21_408));
    get(
        "cdn.segment.com",
        "/v1/projects/crosscheckWriteKey/settings",
        "application/json",
        "{\"integrations\":{\"Mixpanel\":{\"token\":\"crosscheck-token\"},\"Segment.io\":{\"apiKey\":\"crosscheckWriteKey\"}}}");
    get("cdn." + partner, "/libs/mixpanel-2-latest.min.js", "text/javascript", code(12_337));
    get("clients2.google.com", "/time/1/current?cup2key=8:abc", "application/json", "{}");
    return this;
  }

  SampleTraffic track(String host, String event, String properties) {
    String json =
        "[{\"event\":\""
            + event
            + "\",\"properties\":{\"token\":\"crosscheck-token\",\"distinct_id\":\"u-42\","
            + "\"$device_id\":\"4f0c8e1a-7d52-4a27-9f0e-0e2f2f6c1b11\",\"$insert_id\":\"i"
            + exchanges.size()
            + "\","
            + "\"time\":1795230015.482,"
            + properties
            + "}}]";
    return post(
        "api-js." + host,
        "/track/?verbose=1&ip=1&_=1795230015482",
        form(json),
        200,
        "{\"error\":null,\"status\":1}");
  }

  SampleTraffic engage(String host, String set) {
    return post(
        "api-js." + host,
        "/engage/?verbose=1&ip=1&_=1795230015490",
        form("[{\"$set\":" + set + ",\"$token\":\"crosscheck-token\",\"$distinct_id\":\"u-42\"}]"),
        200,
        "{\"error\":null,\"status\":1}");
  }

  SampleTraffic segment(String path, String json) {
    return post("api.segment.io", "/v1/" + path, json, 200, "{\"success\":true}");
  }

  SampleTraffic elsewhere(String host, String json) {
    return post(host, "/collect", json, 200, "");
  }

  SampleTraffic unanswered(String host, String path) {
    add(
        request("POST", host, path, Body.of("data=%5B%5D")),
        Optional.empty(),
        List.of(),
        Optional.of("connection reset on request"));
    return this;
  }

  SampleTraffic socket(String host) {
    List<Frame> frames =
        List.of(
            new Frame(now.plusMillis(4), true, true, Body.of("{\"type\":\"hello\",\"v\":2}")),
            new Frame(now.plusMillis(9), false, true, Body.of("{\"type\":\"ack\"}")),
            new Frame(
                now.plusMillis(30),
                true,
                false,
                Body.of(new byte[] {0, 1, 2, (byte) 0xff, 0x1b, '['})));
    HttpRequest upgrade =
        new HttpRequest(
            "GET",
            "https",
            "live." + host,
            443,
            "/socket",
            "HTTP/1.1",
            List.of(new Header("Upgrade", "websocket"), new Header("Sec-WebSocket-Version", "13")),
            Body.EMPTY);
    add(
        upgrade,
        Optional.of(new HttpAnswer(101, List.of(new Header("Upgrade", "websocket")), Body.EMPTY)),
        frames,
        Optional.empty());
    return this;
  }

  /** What a hostile page or partner might send. */
  SampleTraffic hostile(String host) {
    post(
        "api-js." + host,
        "/track/?x=</script><script>alert('xss')</script>",
        "data="
            + "</script><img src=x onerror=\"document.title='pwned'\"> \u001b[2J\u001b[31mred \ud800 lone \u202e rtl",
        200,
        "<svg onload=alert(1)>");
    add(
        request(
            "POST",
            "api-js." + host,
            "/record",
            Body.truncated(code(70_000).getBytes(StandardCharsets.UTF_8), 5_000_000)),
        Optional.of(
            new HttpAnswer(
                200,
                List.of(new Header("X-Evil", "\"><script>alert(2)</script>")),
                Body.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}))),
        List.of(),
        Optional.empty());
    return this;
  }

  SampleTraffic refused(String host) {
    attempts.add(new ConnectionAttempt(now, host, "refused: the network is off"));
    return this;
  }

  SampleTraffic pause(long millis) {
    now = now.plusMillis(millis);
    return this;
  }

  Capture capture() {
    return new Capture(exchanges, attempts);
  }

  Instant now() {
    return now;
  }

  int size() {
    return exchanges.size();
  }

  private SampleTraffic post(String host, String target, String body, int status, String answer) {
    add(
        request("POST", host, target, Body.of(body)),
        Optional.of(
            new HttpAnswer(
                status,
                List.of(
                    new Header("Content-Type", "application/json"),
                    new Header("Access-Control-Allow-Origin", "https://" + SHOP)),
                Body.of(answer))),
        List.of(),
        Optional.empty());
    return this;
  }

  private void get(String host, String target, String type, String answer) {
    add(
        request("GET", host, target, Body.EMPTY),
        Optional.of(
            new HttpAnswer(
                200,
                List.of(new Header("Content-Type", type), new Header("Cache-Control", "no-store")),
                Body.of(answer))),
        List.of(),
        Optional.empty());
  }

  private HttpRequest request(String method, String host, String target, Body body) {
    List<Header> headers =
        new ArrayList<>(
            List.of(
                new Header("Host", host),
                new Header(
                    "User-Agent",
                    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"),
                new Header("Accept", "*/*"),
                new Header("Referer", "https://" + SHOP + "/")));
    if (!body.isEmpty()) {
      headers.add(
          new Header(
              "Content-Type",
              host.contains("segment") ? "text/plain" : "application/x-www-form-urlencoded"));
      headers.add(new Header("Cookie", "ajs_anonymous_id=4f0c8e1a; theme=dark"));
    }
    return new HttpRequest(method, "https", host, 443, target, "HTTP/1.1", headers, body);
  }

  private void add(
      HttpRequest request,
      Optional<HttpAnswer> answer,
      List<Frame> frames,
      Optional<String> trouble) {
    now = now.plusMillis(23).plusNanos(417_003);
    exchanges.add(
        new Exchange(
            exchanges.size(),
            exchanges.size() / 3,
            now,
            answer.map(a -> now.plusMillis(6).plusNanos(90_211)),
            request,
            answer,
            frames,
            trouble));
  }

  private static String form(String json) {
    return "data=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  private static String code(int length) {
    String line = "!function(t,e){return t<e&&e>t}(1,2);";
    return line.repeat(length / line.length() + 1).substring(0, length);
  }
}
