package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Inert;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bytes as people can read them: JSON laid out, forms taken apart, the rest as it is. */
final class ShownText {
  private static final int MOST_BYTES = 64;
  private static final Pattern FIELD = Pattern.compile("[\\w.$\\[\\]%-]+=[^\\s<>{}\"]*");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter(
                      Separators.createDefaultInstance()
                          .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                          .withObjectEmptySeparator("")
                          .withArrayEmptySeparator(""))
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")))
          .build();

  private ShownText() {}

  /** {@code size} in bytes, {@code text}, and what {@code kind} of text it is. */
  static ObjectNode of(Body body, int longest) {
    ObjectNode json = PageJson.object();
    json.put("size", body.size());
    if (body.isEmpty() || longest == 0) {
      return json;
    }
    byte[] bytes = body.bytes();
    Optional<String> text = utf8(bytes);
    if (text.isEmpty()) {
      byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, MOST_BYTES));
      String more = body.size() > head.length ? " …" : "";
      return json.put("kind", "bytes")
          .put("text", HexFormat.ofDelimiter(" ").formatHex(head) + more);
    }
    Optional<String> laidOut = json(text.get()).or(() -> form(text.get()));
    json.put("kind", laidOut.isPresent() ? "json" : "text");
    String cut = cut(Inert.text(laidOut.orElse(text.get())), longest);
    return json.put("text", body.isTruncated() && !cut.endsWith("…") ? cut + " …" : cut);
  }

  static String laidOut(JsonNode json) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + " …";
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }

  private static Optional<String> json(String text) {
    String start = text.strip();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(laidOut(MAPPER.readTree(text)));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** {@code a=1&data=%7B…}: a line for each field, its value laid out if it is JSON. */
  private static Optional<String> form(String text) {
    String[] pairs = text.split("&", -1);
    if (!Arrays.stream(pairs).allMatch(FIELD.asMatchPredicate())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          Arrays.stream(pairs)
              .map(pair -> pair.split("=", 2))
              .map(pair -> field(decoded(pair[0]), decoded(pair[1])))
              .collect(Collectors.joining("\n")));
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }

  private static String field(String name, String value) {
    return name + " = " + json(value).orElse(value);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
