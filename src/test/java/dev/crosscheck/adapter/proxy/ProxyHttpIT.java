package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What goes over HTTP/1.1, plain and in TLS, is answered and recorded as it was. */
class ProxyHttpIT {

  /** Answers with what was asked for. */
  private static final Answers ECHO =
      request ->
          Answer.of(200, "text/plain", Body.of(request.method() + " " + request.url()))
              .with("X-Size", Long.toString(request.body().size()));

  @Test
  void answersAnInventedHostOverTls() throws Exception {
    try (Lab lab = new Lab(ECHO)) {
      var response = lab.post("https://API.example.com/track?ip=1", "a=1&b=%20");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("POST https://api.example.com/track?ip=1");
      Exchange exchange = lab.only();
      assertThat(exchange.index()).isZero();
      assertThat(exchange.request().scheme()).isEqualTo("https");
      assertThat(exchange.request().host()).isEqualTo("api.example.com");
      assertThat(exchange.request().port()).isEqualTo(443);
      assertThat(exchange.request().target()).isEqualTo("/track?ip=1");
      assertThat(exchange.request().version()).isEqualTo("HTTP/1.1");
      assertThat(exchange.request().body()).isEqualTo(Body.of("a=1&b=%20"));
      assertThat(exchange.answer().orElseThrow().status()).isEqualTo(200);
      assertThat(exchange.answer().orElseThrow().body().text()).isEqualTo(response.body());
      assertThat(exchange.answer().orElseThrow().headers())
          .contains(new Header("Content-Type", "text/plain"), new Header("Content-Length", "39"));
      assertThat(exchange.answered().orElseThrow()).isAfterOrEqualTo(exchange.at());
      assertThat(exchange.trouble()).isEmpty();
      assertThat(exchange.isAnsweredWell()).isTrue();
      assertThat(lab.recording().soFar().attempts()).isEmpty();
    }
  }

  @Test
  void answersPlainHttpInAbsoluteForm() throws Exception {
    try (Lab lab = new Lab(ECHO)) {
      assertThat(lab.get("http://Plain.example.com:8080/pixel.gif?e=1").body())
          .isEqualTo("GET http://plain.example.com:8080/pixel.gif?e=1");
      assertThat(lab.only().request().scheme()).isEqualTo("http");
      assertThat(lab.only().request().port()).isEqualTo(8080);
    }
  }

  @Test
  void answersPlainHttpInATunnel() throws Exception {
    try (Lab lab = new Lab(ECHO);
        Wire wire = lab.wire().tunnel("ws.example.com:80")) {
      wire.say("GET /a HTTP/1.1\r\nHost: ws.example.com\r\nConnection: close\r\n\r\n");

      assertThat(wire.rest()).startsWith("HTTP/1.1 200 OK").endsWith("GET http://ws.example.com/a");
      assertThat(lab.only().request().isTls()).isFalse();
    }
  }

  @Test
  void answersWhoeverSpeaksToItAsToAServer() throws Exception {
    try (Lab lab = new Lab(ECHO);
        Wire wire = lab.wire()) {
      wire.say("GET /a HTTP/1.0\r\nHost: Old.example.com:81\r\n\r\n");

      assertThat(wire.rest()).endsWith("GET http://old.example.com:81/a");
    }
  }

  @Test
  void keepsHeadersInTheirOrderAndCase() throws Exception {
    try (Lab lab = new Lab(ECHO);
        Wire wire = lab.wire()) {
      wire.say(
          "GET http://a.example.com/ HTTP/1.1\r\nhOSt: a.example.com\r\nX-b: 2\r\nX-A: 1\r\nx-b: 3"
              + "\r\nConnection: close\r\n\r\n");
      wire.rest();

      assertThat(lab.only().request().headers())
          .containsExactly(
              new Header("hOSt", "a.example.com"),
              new Header("X-b", "2"),
              new Header("X-A", "1"),
              new Header("x-b", "3"),
              new Header("Connection", "close"));
    }
  }

  @Test
  void usesOneConnectionForManyRequests() throws Exception {
    try (Lab lab = new Lab(ECHO)) {
      HttpClient client = lab.client();
      for (int i = 0; i < 5; i++) {
        client.send(Lab.request("https://a.example.com/" + i).build(), BodyHandlers.ofString());
      }
      Capture capture = lab.once(now -> now.size() == 5);

      assertThat(capture.exchanges()).extracting(Exchange::connection).containsOnly(0);
      assertThat(capture.exchanges()).extracting(Exchange::index).containsExactly(0, 1, 2, 3, 4);
      assertThat(capture.exchanges())
          .extracting(exchange -> exchange.request().target())
          .containsExactly("/0", "/1", "/2", "/3", "/4");
    }
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws Exception {
    Answers firstIsSlowest =
        request ->
            Answer.of(200, "text/plain", Body.of(request.target()))
                .after(java.time.Duration.ofMillis(request.target().equals("/1") ? 60 : 0));
    try (Lab lab = new Lab(firstIsSlowest);
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say(
          "GET /1 HTTP/1.1\r\nHost: a\r\n\r\nPOST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n"
              + "okGET /3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

      assertThat(wire.rest().split("HTTP/1.1 200 OK"))
          .hasSize(4)
          .satisfies(
              answers ->
                  assertThat(Arrays.copyOfRange(answers, 1, 4))
                      .extracting(answer -> answer.substring(answer.length() - 2))
                      .containsExactly("/1", "/2", "/3"));
    }
  }

  @Test
  void keepsChunkedAndCompressedBodiesAsTheyCame() throws Exception {
    byte[] compressed = gzip("{\"event\":\"Order Completed\"}");
    Answers gzipped =
        request ->
            Answer.of(200, "application/json", Body.of(compressed))
                .with("Content-Encoding", "gzip");
    try (Lab lab = new Lab(gzipped)) {
      var response =
          lab.client()
              .send(
                  Lab.request("https://a.example.com/batch")
                      .header("Content-Encoding", "gzip")
                      // of unknown length, so in chunks
                      .POST(
                          BodyPublishers.ofInputStream(
                              () -> new java.io.ByteArrayInputStream(compressed)))
                      .build(),
                  BodyHandlers.ofByteArray());

      assertThat(response.body()).isEqualTo(compressed);
      Exchange exchange = lab.only();
      assertThat(exchange.request().header("transfer-encoding")).hasValue("chunked");
      assertThat(exchange.request().body()).isEqualTo(Body.of(compressed));
      assertThat(exchange.answer().orElseThrow().body()).isEqualTo(Body.of(compressed));
    }
  }

  @Test
  void tellsAClientThatAsksToGoOn() throws Exception {
    try (Lab lab = new Lab(ECHO);
        Wire wire = lab.wire()) {
      wire.say(
          "POST http://a.example.com/ HTTP/1.1\r\nHost: a.example.com\r\nExpect: 100-continue\r\n"
              + "Content-Length: 4\r\nConnection: close\r\n\r\n");
      assertThat(wire.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(lab.recording().soFar().exchanges()).isEmpty();
      wire.say("body");

      assertThat(wire.rest()).startsWith("HTTP/1.1 200 OK").contains("X-Size: 4");
      assertThat(lab.only().request().body().text()).isEqualTo("body");
    }
  }

  @Test
  void sendsNoBodyWhereThereCanBeNone() throws Exception {
    Answers answers =
        request ->
            Answer.of(request.path().equals("/204") ? 204 : 200, "text/plain", Body.of("body"));
    try (Lab lab = new Lab(answers);
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(wire.head()).contains("Content-Length: 4\r\n");
      wire.say("GET /204 HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(wire.head()).startsWith("HTTP/1.1 204").doesNotContain("Content-Length");
      wire.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      assertThat(wire.rest()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\nbody");

      assertThat(lab.once(now -> now.exchanges().stream().noneMatch(Exchange::isOpen)).exchanges())
          .extracting(exchange -> exchange.answer().orElseThrow().body().text())
          .containsExactly("", "", "body");
    }
  }

  @Test
  void keepsTheBeginningOfALargeBodyAndItsTrueSize() throws Exception {
    long size = 16L << 20;
    try (Lab lab = new Lab(ECHO)) {
      var response =
          lab.client()
              .send(
                  Lab.request("https://a.example.com/upload")
                      .POST(BodyPublishers.ofInputStream(() -> new Zeros(size)))
                      .build(),
                  BodyHandlers.ofString());

      assertThat(response.headers().firstValue("X-Size")).hasValue(Long.toString(size));
      Body body = lab.only().request().body();
      assertThat(body.size()).isEqualTo(size);
      assertThat(body.isTruncated()).isTrue();
      assertThat(body.bytes()).hasSize(KeptBytes.PER_BODY);
    }
  }

  @Test
  void sendsALargeAnswerInPieces() throws Exception {
    byte[] large = new byte[24 << 20];
    Arrays.fill(large, (byte) 'x');
    Body body = Body.of(large);
    try (Lab lab = new Lab(request -> Answer.of(200, "text/plain", body))) {
      var response =
          lab.client()
              .send(Lab.request("https://a.example.com/").build(), BodyHandlers.ofByteArray());

      assertThat(response.body()).isEqualTo(large);
      assertThat(lab.only().answer().orElseThrow().body()).isSameAs(body);
    }
  }

  @Test
  void anAnswerIsNotAnsweredBeforeItsLastByteIsGone() throws Exception {
    byte[] large = new byte[24 << 20];
    try (Lab lab = new Lab(request -> Answer.of(200, "text/plain", Body.of(large)));
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
      // so much is on its way; the system's own buffers cannot hold the rest
      wire.read(1 << 20);
      assertThat(lab.recording().soFar().exchanges())
          .singleElement()
          .matches(Exchange::isOpen, "is open");
      wire.rest();

      assertThat(lab.only().isAnsweredWell()).isTrue();
    }
  }

  @Test
  void serves32ClientsAtOnceAndNumbersRequestsAsTheyWereRead() throws Exception {
    int clients = 32;
    int each = 20;
    try (Lab lab = new Lab(ECHO)) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        int number = c;
        HttpClient client = lab.client();
        CompletableFuture<Void> sending = CompletableFuture.completedFuture(null);
        for (int i = 0; i < each; i++) {
          String address =
              (number % 2 == 0 ? "https" : "http") + "://h" + number + ".example.com/" + i;
          sending =
              sending
                  .thenCompose(
                      last ->
                          client.sendAsync(Lab.request(address).build(), BodyHandlers.ofString()))
                  .thenAccept(answer -> assertThat(answer.body()).isEqualTo("GET " + address));
        }
        all.add(sending);
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
      Capture capture =
          lab.once(
              now ->
                  now.size() == clients * each
                      && now.exchanges().stream().noneMatch(Exchange::isOpen));

      for (int i = 0; i < capture.size(); i++) {
        assertThat(capture.exchanges().get(i).index()).isEqualTo(i);
      }
      assertThat(capture.exchanges()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
      for (int c = 0; c < clients; c++) {
        String host = "h" + c + ".example.com";
        assertThat(capture.exchanges())
            .filteredOn(exchange -> exchange.request().host().equals(host))
            .extracting(exchange -> exchange.request().target())
            .containsExactlyElementsOf(
                java.util.stream.IntStream.range(0, each).mapToObj(i -> "/" + i).toList());
      }
      assertThat(capture.attempts()).isEmpty();
    }
  }

  @Test
  void outlivesMalformedRequests() throws Exception {
    try (Lab lab = new Lab(ECHO)) {
      assertThat(complaint(lab, "hello\r\n\r\n")).startsWith("HTTP/1.1 400");
      assertThat(complaint(lab, "GET / HTTP/1.1\r\nHo st: a\r\n\r\n")).startsWith("HTTP/1.1 400");
      assertThat(complaint(lab, "GET / HTTP/1.1\r\n\r\n")).contains("a request without a host");
      assertThat(complaint(lab, "GET mailto:a@b HTTP/1.1\r\nHost: a\r\n\r\n"))
          .contains("'mailto:a@b' is neither a path nor an address");
      assertThat(complaint(lab, "GET ftp://a.example.com/ HTTP/1.1\r\nHost: a\r\n\r\n"))
          .contains("'ftp' is neither http nor https");
      assertThat(complaint(lab, "GET https://a.example.com/ HTTP/1.1\r\nHost: a\r\n\r\n"))
          .contains("without CONNECT");
      assertThat(complaint(lab, "CONNECT a.example.com:99999 HTTP/1.1\r\nHost: a\r\n\r\n"))
          .contains("no port between 1 and 65535");
      assertThat(complaint(lab, "CONNECT a b:1 HTTP/1.1\r\nHost: a\r\n\r\n"))
          .startsWith("HTTP/1.1 400");
      assertThat(
              complaint(
                  lab,
                  "POST http://a.example.com/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                      + "zz\r\n"))
          .startsWith("HTTP/1.1 400");
      assertThat(lab.get("https://a.example.com/still-there").statusCode()).isEqualTo(200);

      assertThat(lab.recording().soFar().exchanges()).hasSize(1);
      assertThat(lab.recording().soFar().attempts())
          .hasSize(9)
          .allSatisfy(attempt -> assertThat(attempt.trouble()).startsWith("malformed request: "))
          .last()
          .satisfies(attempt -> assertThat(attempt.host()).isEqualTo("a.example.com"));
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleOfARequestLeavesATrace() throws Exception {
    try (Lab lab = new Lab(ECHO)) {
      try (Wire wire = lab.wire().tunnel("a.example.com:80")) {
        wire.say("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
      }
      Capture capture = lab.once(now -> now.attempts().size() == 1);

      assertThat(capture.exchanges()).isEmpty();
      assertThat(capture.attempts().get(0).host()).isEqualTo("a.example.com");
      assertThat(capture.attempts().get(0).trouble())
          .isEqualTo("the client went away in the middle of a request");
    }
  }

  private static String complaint(Lab lab, String request) throws IOException {
    try (Wire wire = lab.wire()) {
      return wire.say(request).rest();
    }
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static final class Zeros extends InputStream {
    private long left;

    Zeros(long size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) {
      if (left <= 0) {
        return -1;
      }
      int length = (int) Math.min(most, left);
      Arrays.fill(into, from, from + length, (byte) 0);
      left -= length;
      return length;
    }
  }
}
