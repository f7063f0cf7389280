package dev.crosscheck.capture;

import static dev.crosscheck.capture.Types.type;
import static dev.crosscheck.match.Patterns.json;
import static dev.crosscheck.match.Patterns.pattern;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DecoderTest {
  private static final String API = "https://api.example.com/track";
  private static final String EVENT = "{\"event\":\"A\",\"n\":1}";

  @Test
  void readsJsonWithDigitsAsSent() {
    assertThat(contents(new Traffic().post(API, "{\"n\":25.00}"), type("e", "json")))
        .containsExactly("{\"n\":25.00}");
  }

  @Test
  void readsTheQueryAsText() {
    Traffic traffic = new Traffic().get(API + "?event=A%20b&n=1&x=1&x=2");
    Message message = messages(traffic, type("e", "query")).get(0);
    assertThat(own(message)).isEqualTo("{\"event\":\"A b\",\"n\":\"1\",\"x\":[\"1\",\"2\"]}");
    assertThat(message.textual()).isTrue();
  }

  @Test
  void readsThePath() {
    assertThat(contents(new Traffic().get("https://api.example.com/e/A"), type("e", "path")))
        .containsExactly("{\"value\":\"/e/A\"}");
  }

  @Test
  void readsAHeader() {
    Traffic traffic = new Traffic().get(API).header("X-Data", base64(EVENT));
    assertThat(contents(traffic, type("e", "header x-data", "base64", "json")))
        .containsExactly(EVENT);
    assertThat(failure(new Traffic().get(API), type("e", "header x-data", "json")))
        .isEqualTo("header x-data: no header 'x-data'");
  }

  @Test
  void readsAFieldOfAForm() {
    Traffic traffic = new Traffic().post(API, "ip=1&data=" + encoded(EVENT));
    assertThat(contents(traffic, type("e", "form data", "json"))).containsExactly(EVENT);
    assertThat(failure(traffic, type("e", "form other", "json")))
        .isEqualTo("form other: no field 'other'");
  }

  @Test
  void readsAFieldOfTheQueryAsOfAForm() {
    Traffic traffic = new Traffic().get(API + "?data=" + encoded(base64(EVENT)));
    assertThat(contents(traffic, type("e", "query", "form data", "base64", "json")))
        .containsExactly(EVENT);
    assertThat(contents(traffic, type("e", "query", "at data", "base64", "json")))
        .containsExactly(EVENT);
  }

  @Test
  void readsAWholeFormAsText() {
    Traffic traffic = new Traffic().post(API, "a=1&b=x+y&cd%5Bvalue%5D=25.0&flag");
    Message message = messages(traffic, type("e", "form *")).get(0);
    assertThat(own(message))
        .isEqualTo("{\"a\":\"1\",\"b\":\"x y\",\"cd[value]\":\"25.0\",\"flag\":\"\"}");
    assertThat(message.textual()).isTrue();
  }

  @Test
  void jsonInAFormHasTypes() {
    Traffic traffic = new Traffic().post(API, "data=" + encoded(EVENT));
    assertThat(messages(traffic, type("e", "form data", "json")).get(0).textual()).isFalse();
    assertThat(messages(traffic, type("e", "form data")).get(0).textual()).isTrue();
  }

  @Test
  void readsPartsOfAMultipartBody() {
    String body =
        "--b1\r\nContent-Disposition: form-data; name=\"meta\"\r\n\r\nm\r\n"
            + "--b1\r\nContent-Disposition: form-data; name=\"data\"; filename=\"d\"\r\n"
            + "Content-Type: application/json\r\n\r\n"
            + EVENT
            + "\r\n--b1--\r\n";
    for (String contentType : List.of("multipart/form-data; boundary=b1", "text/plain")) {
      Traffic traffic = new Traffic().post(API, body).header("Content-Type", contentType);
      assertThat(contents(traffic, type("e", "multipart data", "json"))).containsExactly(EVENT);
      assertThat(contents(traffic, type("e", "multipart *")).get(0))
          .contains("\"meta\":\"m\"", "\"data\":");
      assertThat(failure(traffic, type("e", "multipart x"))).isEqualTo("multipart x: no part 'x'");
    }
    assertThat(failure(new Traffic().post(API, "x"), type("e", "multipart data")))
        .isEqualTo("multipart data: not multipart: no boundary");
    Traffic cut = new Traffic().post(API, body.substring(0, body.length() - 10));
    assertThat(failure(cut, type("e", "multipart data")))
        .isEqualTo("multipart data: a multipart body that ends within a part");
  }

  @Test
  void readsBothAlphabetsOfBase64() {
    String text = "{\"event\":\"~~~???>>>\"}";
    String plain = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    assertThat(plain).contains("+").isNotEqualTo(urlSafe);
    for (String body :
        List.of(plain, urlSafe, plain.substring(0, 8) + "\r\n" + plain.substring(8))) {
      assertThat(contents(new Traffic().post(API, body), type("e", "base64", "json")))
          .containsExactly(text);
    }
    assertThat(failure(new Traffic().post(API, "{}"), type("e", "base64", "json")))
        .isEqualTo("base64: not base64");
  }

  @Test
  void readsGzip() throws IOException {
    byte[] zipped = compressed(EVENT.getBytes(UTF_8), Compression.GZIP);
    assertThat(contents(new Traffic().post(API, zipped), type("e", "gunzip", "json")))
        .containsExactly(EVENT);
    byte[] cut = Arrays.copyOf(zipped, zipped.length - 9);
    assertThat(failure(new Traffic().post(API, cut), type("e", "gunzip", "json")))
        .startsWith("gunzip: not gzip");
  }

  @Test
  void readsZlibAndRawDeflate() throws IOException {
    for (Compression how : List.of(Compression.ZLIB, Compression.RAW)) {
      byte[] deflated = compressed(EVENT.getBytes(UTF_8), how);
      assertThat(contents(new Traffic().post(API, deflated), type("e", "inflate", "json")))
          .containsExactly(EVENT);
    }
    assertThat(failure(new Traffic().post(API, EVENT), type("e", "inflate", "json")))
        .startsWith("inflate: not deflated");
  }

  @Test
  void readsBrotli() {
    // one metablock, stored: RFC 7932, 9.2
    byte[] brotli =
        HexFormat.of()
            .parseHex("0f0480" + HexFormat.of().formatHex("{\"a\":123}".getBytes(UTF_8)) + "03");
    assertThat(contents(new Traffic().post(API, brotli), type("e", "brotli", "json")))
        .containsExactly("{\"a\":123}");
    assertThat(failure(new Traffic().post(API, EVENT), type("e", "brotli", "json")))
        .startsWith("brotli: not brotli");
  }

  @Test
  void readsLines() {
    Traffic traffic = new Traffic().post(API, "{\"n\":1}\n\r\n{\"n\":2}\r\n");
    assertThat(contents(traffic, type("e", "lines", "json")))
        .containsExactly("{\"n\":1}", "{\"n\":2}");
  }

  @Test
  void readsEachElementAtAPath() {
    Traffic traffic = new Traffic().post(API, "{\"key\":\"k\",\"batch\":[{\"n\":1},{\"n\":2}]}");
    List<Message> messages = messages(traffic, type("e", "json", "at batch", "each"));
    assertThat(messages).extracting(DecoderTest::own).containsExactly("{\"n\":1}", "{\"n\":2}");
    assertThat(messages).extracting(Message::element).containsExactly(0, 1);
    assertThat(messages.get(1).content().path("$request").path("envelope").path("key").asString())
        .isEqualTo("k");
    assertThat(failure(traffic, type("e", "json", "at other")))
        .isEqualTo("at other: nothing at 'other'");
  }

  @Test
  void aValueThatIsNoArrayStandsForItself() {
    assertThat(contents(new Traffic().post(API, EVENT), type("e", "json", "each")))
        .containsExactly(EVENT);
  }

  @Test
  void whatIsNoObjectIsWrapped() {
    assertThat(contents(new Traffic().post(API, "[1,\"x\"]"), type("e", "json", "each")))
        .containsExactly("{\"value\":1}", "{\"value\":\"x\"}");
  }

  @Test
  void whatCannotBeDecodedIsCountedSizedAndSearched() {
    byte[] bytes = {(byte) 0xff, 'a', 'b', 'c', (byte) 0xfe};
    JsonNode content = messages(new Traffic().post(API, bytes), type("e")).get(0).content();
    assertThat(content.path("size").asInt()).isEqualTo(5);
    assertThat(content.path("value").asString()).contains("abc");
  }

  @Test
  void aStepWithAQuestionMarkIsTakenWhereItIsNeeded() throws IOException {
    Types mixpanel = type("e", "form data", "base64?", "json", "each");
    assertThat(contents(new Traffic().post(API, "data=" + encoded("[" + EVENT + "]")), mixpanel))
        .containsExactly(EVENT);
    assertThat(contents(new Traffic().post(API, "data=" + encoded(base64(EVENT))), mixpanel))
        .containsExactly(EVENT);
    Types zipped = type("e", "gunzip?", "lines", "json");
    byte[] gzip = compressed((EVENT + "\n" + EVENT).getBytes(UTF_8), Compression.GZIP);
    assertThat(contents(new Traffic().post(API, gzip), zipped)).hasSize(2);
    assertThat(contents(new Traffic().post(API, EVENT), zipped)).hasSize(1);
  }

  @Test
  void aStepWithAQuestionMarkThatDoesNotHelpIsAFailure() {
    assertThat(
            failure(new Traffic().post(API, "data=%7B"), type("e", "form data", "base64?", "json")))
        .startsWith("base64?: base64: not base64; without it, not JSON");
  }

  @Test
  void whatIsNotJsonIsAFailure() {
    assertThat(failure(new Traffic().post(API, ""), type("e", "json")))
        .isEqualTo("json: there are no bytes");
    assertThat(failure(new Traffic().post(API, "{} x"), type("e", "json")))
        .startsWith("json: not JSON");
    assertThat(failure(new Traffic().post(API, "[".repeat(5000)), type("e", "json")))
        .startsWith("json: not JSON");
  }

  @Test
  void aTruncatedBodyIsAFailure() {
    Traffic traffic =
        new Traffic().request("POST", API, Body.truncated(EVENT.getBytes(UTF_8), 1000));
    assertThat(failure(traffic, type("e", "json"))).endsWith("of 1000 bytes were kept");
  }

  @Test
  void aBombIsAFailure() throws IOException {
    byte[] bomb = compressed(new byte[40 * 1024 * 1024], Compression.GZIP);
    assertThat(failure(new Traffic().post(API, bomb), type("e", "gunzip", "json")))
        .isEqualTo("gunzip: more than 33554432 bytes when decompressed");
    String crowd = "[" + "1,".repeat(20_000) + "1]";
    assertThat(failure(new Traffic().post(API, crowd), type("e", "json", "each")))
        .isEqualTo("each: more than 10000 messages in one body");
  }

  @Test
  void whereChoosesAndOthersAreNoFailure() {
    Traffic traffic = new Traffic().post(API, "[{\"t\":\"a\"},{\"t\":\"b\"}]");
    Types only = type("e", "json", "each").where(pattern("{'t': 'b'}"));
    assertThat(contents(traffic, only)).containsExactly("{\"t\":\"b\"}");
    Types byRequest = type("e", "json", "each").where(pattern("{'$request': {'method': 'GET'}}"));
    assertThat(decode(traffic, byRequest).messages()).isEmpty();
    assertThat(decode(traffic, byRequest).failures()).isEmpty();
  }

  @Test
  void whatNoTypeReadsIsUnread() {
    Traffic batch = new Traffic().post(API, "[{\"t\":\"a\"},{\"t\":\"b\"},{\"t\":\"c\"}]");
    Types a = type("a", "json", "each").where(pattern("{'t': 'a'}"));
    Types b = type("b", "json", "each").where(pattern("{'t': 'b'}"));
    assertThat(unread(batch, a)).containsExactly("1 {\"t\":\"b\"}", "2 {\"t\":\"c\"}");
    assertThat(unread(batch, a, b)).containsExactly("2 {\"t\":\"c\"}");
    assertThat(unread(batch, b, type("all", "json", "each"))).isEmpty();
  }

  @Test
  void whatIsReadInTwoWaysIsUnreadOnlyAsAWhole() {
    Traffic both = new Traffic().post(API + "?t=q", "[{\"t\":\"a\"},{\"t\":\"b\"}]");
    Types query = type("q", "query").where(pattern("{'t': 'q'}"));
    Types other = type("o", "query").where(pattern("{'t': 'o'}"));
    Types none = type("n", "json", "each").where(pattern("{'t': 'n'}"));
    assertThat(unread(both, query, none)).isEmpty();
    assertThat(unread(both, none, other)).containsExactly("0 {\"t\":\"a\"}");
  }

  @Test
  void whatCannotBeReadIsToldAsThatAlone() {
    Traffic broken = new Traffic().post(API, "{\"t\":\"a\"}");
    Types never = type("n", "json").where(pattern("{'t': 'n'}"));
    assertThat(unread(broken, never)).containsExactly("0 {\"t\":\"a\"}");
    assertThat(unread(broken, never, type("p", "base64", "gunzip", "json"))).isEmpty();
  }

  private static List<String> unread(Traffic traffic, Types... types) {
    return decode(traffic, types).unread().stream()
        .map(message -> message.element() + " " + own(message))
        .toList();
  }

  @Test
  void asNamesFieldsAndReadsNumbers() {
    Traffic traffic = new Traffic().post(API + "?v=2", "en=Purchase&cd%5Bvalue%5D=25.00&n=x");
    Types renamed =
        type("e", "form *")
            .as("event", "en")
            .asNumber("revenue", "cd[value]")
            .asNumber("n", "n")
            .asNumber("version", "$request.query.v")
            .as("nothing", "nowhere");
    JsonNode content = messages(traffic, renamed).get(0).content();
    assertThat(content.path("event")).isEqualTo(json("'Purchase'"));
    assertThat(content.path("revenue").isNumber()).isTrue();
    assertThat(content.path("revenue").toString()).isEqualTo("25.00");
    assertThat(content.path("version").toString()).isEqualTo("2");
    assertThat(content.path("n")).isEqualTo(json("'x'"));
    assertThat(content.has("nothing")).isFalse();
  }

  @Test
  void asReadsJsonThatATextHolds() {
    Traffic traffic = new Traffic().get(API + "?items=%5B%7B%22n%22%3A25.00%7D%5D&broken=%7B");
    Types renamed =
        type("e", "query")
            .from("GET", "*", "*")
            .asJson("items", "items")
            .asJson("broken", "broken");
    JsonNode content = messages(traffic, renamed).get(0).content();
    assertThat(content.path("items").toString()).isEqualTo("[{\"n\":25.00}]");
    assertThat(content.path("broken")).isEqualTo(json("'{'"));
  }

  @Test
  void everyMessageKeepsItsRequest() {
    Traffic traffic =
        new Traffic().post(API + "?ip=1&a=b%20c", EVENT).header("X-Key", "k").header("x-key", "l");
    assertThat(messages(traffic, type("e", "json")).get(0).content().path("$request"))
        .isEqualTo(
            json(
                "{'method': 'POST', 'host': 'api.example.com', 'path': '/track',"
                    + " 'query': {'ip': '1', 'a': 'b c'}, 'headers': {'x-key': 'k, l'},"
                    + " 'envelope': {'event': 'A', 'n': 1}}"));
  }

  @Test
  void messagesOfOneIdCountOnce() {
    Traffic traffic =
        new Traffic()
            .post(API, "[{\"id\":\"1\"},{\"id\":\"2\"}]")
            .post(API, "[{\"id\":\"2\"},{\"id\":\"3\"},{}]")
            .post(API, "[{\"id\":\"2\"}]");
    List<Message> messages = messages(traffic, type("e", "json", "each").id("id"));
    assertThat(messages)
        .extracting(DecoderTest::own, Message::exchange, Message::again)
        .containsExactly(
            tuple("{\"id\":\"1\"}", 0, List.of()),
            tuple("{\"id\":\"2\"}", 0, List.of(1, 2)),
            tuple("{\"id\":\"3\"}", 1, List.of()),
            tuple("{}", 1, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "429, 1", "302, 1", "200, 2", "204, 2"})
  void anIdenticalBodyAfterABadAnswerIsARetry(int status, int messages) {
    Traffic traffic = new Traffic().post(API, EVENT).status(status).post(API, EVENT);
    assertThat(messages(traffic, type("e", "json"))).hasSize(messages);
  }

  @Test
  void anIdenticalBodyAfterNoAnswerIsARetry() {
    Traffic traffic =
        new Traffic().post(API, EVENT).unanswered("connection reset").post(API, EVENT);
    assertThat(messages(traffic, type("e", "json")))
        .singleElement()
        .extracting(Message::again)
        .isEqualTo(List.of(1));
  }

  @Test
  void anIdenticalBodySentBeforeTheBadAnswerIsADoubleSend() {
    Traffic traffic =
        new Traffic()
            .post(API, EVENT)
            .status(500)
            .times(100, 300)
            .post(API, EVENT)
            .status(500)
            .times(200, 310)
            .post(API, EVENT)
            .times(400, 410)
            .post(API, EVENT)
            .times(450, 460);
    assertThat(messages(traffic, type("e", "json")))
        .extracting(Message::exchange, Message::again)
        .containsExactly(tuple(0, List.of(2)), tuple(1, List.of(3)));
  }

  @Test
  void aRetryEndsWithAGoodAnswer() {
    Traffic traffic =
        new Traffic()
            .post(API, EVENT)
            .status(500)
            .post(API, EVENT)
            .status(500)
            .post(API, EVENT)
            .post(API, EVENT);
    assertThat(messages(traffic, type("e", "json")))
        .extracting(Message::exchange, Message::again)
        .containsExactly(tuple(0, List.of(1, 2)), tuple(3, List.of()));
  }

  @Test
  void anAnswerThatBrokeOffIsRetriedAsABadOneIs() {
    Traffic traffic =
        new Traffic().post(API, EVENT).brokenOff("truncated after 1 of 2 bytes").post(API, EVENT);
    assertThat(messages(traffic, type("e", "json")))
        .extracting(Message::exchange, Message::again)
        .containsExactly(tuple(0, List.of(1)));
  }

  @Test
  void aQueryThatChangesMattersOnlyWhereMessagesAreReadFromIt() {
    Traffic traffic = new Traffic().post(API + "?_=1", EVENT).status(500).post(API + "?_=2", EVENT);
    assertThat(messages(traffic, type("e", "json"))).hasSize(1);
    assertThat(messages(traffic, type("e", "query"))).hasSize(2);
  }

  @Test
  void anotherBodyIsNoRetry() {
    Traffic traffic = new Traffic().post(API, EVENT).status(500).post(API, EVENT + " ");
    assertThat(messages(traffic, type("e", "json"))).hasSize(2);
  }

  @Test
  void eachSentFrameOfAWebSocketIsABody() {
    Traffic traffic =
        new Traffic()
            .get("https://ws.example.com/live?k=1")
            .header("Upgrade", "websocket")
            .status(101)
            .frame(150, true, "{\"n\":1}")
            .frame(160, false, "{\"n\":2}")
            .frame(350, true, "[{\"n\":3},{\"n\":4}]")
            .frame(360, true, "oops")
            .post("https://ws.example.com/live", "{\"n\":5}")
            .times(200, 210);
    Decoded decoded =
        decode(
            traffic,
            type("live", "json", "each").from("WS", "ws.example.com", "/live"),
            type("post", "json").from("POST", "ws.example.com", "/live"));
    assertThat(decoded.messages())
        .extracting(DecoderTest::own)
        .containsExactly("{\"n\":1}", "{\"n\":5}", "{\"n\":3}", "{\"n\":4}");
    assertThat(decoded.messages().get(2).element()).isEqualTo(1);
    assertThat(decoded.failures()).hasSize(1);
  }

  @Test
  void preflightsAreSkipped() {
    Traffic traffic =
        new Traffic()
            .request("OPTIONS", API, Body.EMPTY)
            .header("Access-Control-Request-Method", "POST");
    assertThat(decode(traffic, type("e", "json")))
        .isEqualTo(new Decoded(List.of(), List.of(), List.of()));
  }

  @Test
  void aPatternWithoutHostReadsThePartnersAlone() {
    Traffic traffic = new Traffic().post(API, EVENT).post("https://other.test/track", EVENT);
    assertThat(messages(traffic, type("e", "json").from("POST", "*", "/track")))
        .extracting(Message::exchange)
        .containsExactly(0);
    assertThat(messages(traffic, type("e", "json").from("POST", "other.test", "/track")))
        .extracting(Message::exchange)
        .containsExactly(1);
  }

  @Test
  void aSourceOfAnotherPlatformIsNotRead() {
    Traffic traffic = new Traffic().post(API, EVENT);
    assertThat(messages(traffic, type("e", "json").on("ios"))).isEmpty();
    assertThat(messages(traffic, type("e", "json").on("web"))).hasSize(1);
  }

  @Test
  void theTimeAndTheKindOfLaneGoWithAMessage() {
    Traffic traffic = new Traffic().post(API, "{\"t\":5}");
    Message message =
        messages(traffic, type("e", "json").time("t").lane("l").ambient().leaving()).get(0);
    assertThat(message.time()).contains("5");
    assertThat(message.lane()).isEqualTo("l");
    assertThat(message.ambient()).isTrue();
    assertThat(message.leaving()).isTrue();
    assertThat(message.at()).isEqualTo(Traffic.at(100));
  }

  @Test
  void allTypesThatFitReadAnExchange() {
    Decoded decoded = decode(new Traffic().post(API, EVENT), type("a", "json"), type("b", "json"));
    assertThat(decoded.of("a")).hasSize(1);
    assertThat(decoded.of("b")).hasSize(1);
  }

  private static List<String> contents(Traffic traffic, Types type) {
    Decoded decoded = decode(traffic, type);
    assertThat(decoded.failures()).isEmpty();
    return decoded.messages().stream().map(DecoderTest::own).toList();
  }

  private static List<Message> messages(Traffic traffic, Types type) {
    return decode(traffic, type).messages();
  }

  private static String failure(Traffic traffic, Types type) {
    Decoded decoded = decode(traffic, type);
    assertThat(decoded.messages()).isEmpty();
    assertThat(decoded.failures()).hasSize(1);
    Decoded.Failure failure = decoded.failures().get(0);
    return failure.step() + ": " + failure.reason();
  }

  private static Decoded decode(Traffic traffic, Types... types) {
    return Decoder.decode(
        traffic.capture(),
        Arrays.stream(types).map(Types::build).toList(),
        "web",
        request -> request.host().endsWith("example.com"));
  }

  private static String own(Message message) {
    ObjectNode content = (ObjectNode) message.content().deepCopy();
    content.remove("$request");
    return content.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private enum Compression {
    GZIP,
    ZLIB,
    RAW
  }

  private static byte[] compressed(byte[] bytes, Compression how) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressing =
        how == Compression.GZIP
            ? new GZIPOutputStream(out)
            : new DeflaterOutputStream(out, new Deflater(9, how == Compression.RAW))) {
      compressing.write(bytes);
    }
    return out.toByteArray();
  }
}
