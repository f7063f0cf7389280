package dev.crosscheck.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaystackTest {
  private static final String TEXT = "nd-needle";

  @Test
  void looksIntoWhatIsPackedWithinAnother() throws IOException {
    assertThat(of(packed(TEXT, 3)).holds(TEXT)).isTrue();
  }

  @Test
  void looksNoFurtherThanWhatAnyoneSends() throws IOException {
    assertThat(of(packed(TEXT, 2_000)).holds(TEXT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"data=%s", "{\"data\": \"%s\"}", "%s"})
  void readsBase64OfEitherAlphabetWhereverItStands(String around) {
    String text = "nd-needle??>>~~";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      String encoded = encoder.withoutPadding().encodeToString(bytes);
      String sent = around.formatted(around.startsWith("data") ? escaped(encoded) : encoded);

      assertThat(of(sent.getBytes(StandardCharsets.UTF_8)).holds(text)).as(sent).isTrue();
    }
  }

  @Test
  void aNumberInAFormIsATextAndInJsonOne() {
    assertThat(leaves("price=12").textual()).isTrue();
    assertThat(leaves("{\"price\":12}").textual()).isFalse();
  }

  private static Haystack.Leaf leaves(String body) {
    return of(body.getBytes(StandardCharsets.UTF_8)).leaves().stream()
        .filter(leaf -> leaf.key().equals("price"))
        .findFirst()
        .orElseThrow();
  }

  private static String escaped(String encoded) {
    return encoded.replace("+", "%2B").replace("/", "%2F");
  }

  private static byte[] packed(String text, int times) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < times; i++) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(bytes);
      }
      bytes = packed.toByteArray();
    }
    return bytes;
  }

  private static Haystack of(byte[] body) {
    HttpRequest request =
        new HttpRequest(
            "POST", "https", "api.test", 443, "/", "HTTP/1.1", List.of(), Body.of(body));
    return Haystack.of(
        new Exchange(
            0,
            0,
            Instant.EPOCH,
            Optional.empty(),
            request,
            Optional.empty(),
            List.of(),
            Optional.empty()));
  }
}
