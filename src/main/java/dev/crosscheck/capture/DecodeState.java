package dev.crosscheck.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a chain of decode steps holds between two of them: bytes or a value.
 *
 * @param bytes the bytes, where it is not yet a value
 * @param value the value, where it is one already
 * @param textual its values came as text
 * @param envelope the whole of what the first value was taken out of
 */
record DecodeState(
    Optional<Body> bytes, Optional<JsonNode> value, boolean textual, Optional<JsonNode> envelope) {

  static DecodeState of(Body body) {
    return new DecodeState(Optional.of(body), Optional.empty(), false, Optional.empty());
  }

  /** A value that came as text: a path, a header, the fields of a query. */
  static DecodeState ofText(JsonNode value) {
    return new DecodeState(Optional.empty(), Optional.of(value), true, Optional.empty());
  }

  DecodeState bytes(byte[] now) {
    return new DecodeState(Optional.of(Body.of(now)), Optional.empty(), textual, envelope);
  }

  /** Text taken out of a form or a multipart body. */
  DecodeState text(Body now) {
    return new DecodeState(Optional.of(now), Optional.empty(), true, envelope);
  }

  /** A value inside this one. */
  DecodeState inside(JsonNode now, boolean asText) {
    return new DecodeState(Optional.empty(), Optional.of(now), asText, envelope);
  }

  /** A value read from these bytes; the first of all is what the messages came in. */
  DecodeState read(JsonNode now, boolean asText) {
    return new DecodeState(
        Optional.empty(), Optional.of(now), asText, envelope.or(() -> Optional.of(now)));
  }

  byte[] toBytes() throws Undecodable {
    return bytes.isPresent() ? bytes.get().bytes() : toText().getBytes(StandardCharsets.UTF_8);
  }

  String toText() throws Undecodable {
    if (bytes.isPresent()) {
      return bytes.get().text();
    }
    return value
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .orElseThrow(() -> new Undecodable("already a value, not text"));
  }

  JsonNode toValue() throws Undecodable {
    return value.orElseThrow(() -> new Undecodable("still text; a step such as json is missing"));
  }

  /**
   * What a message holds: an object as it is, any other value as {@code {value: …}}, bytes that
   * nothing reads as their text and {@code size}.
   */
  ObjectNode content() {
    if (value.isPresent() && value.get() instanceof ObjectNode object) {
      return object.deepCopy();
    }
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    if (value.isPresent()) {
      content.set("value", value.get());
      return content;
    }
    Body body = bytes.orElse(Body.EMPTY);
    content.set("value", StringNode.valueOf(searchable(body.bytes())));
    content.put("size", body.size());
    return content;
  }

  /** The text; for what is not UTF-8 one character for each byte, so that bytes can be found. */
  private static String searchable(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notText) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
