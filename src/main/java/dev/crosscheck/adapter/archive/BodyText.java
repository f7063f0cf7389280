package dev.crosscheck.adapter.archive;

import dev.crosscheck.capture.Body;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The bytes of a body as a string of a file: as they are where they are UTF-8, else as base64.
 *
 * @param encoding {@code base64}, or empty for plain text
 */
record BodyText(String text, Optional<String> encoding) {
  private static final String BASE64 = "base64";

  static BodyText of(Body body) {
    byte[] bytes = body.bytes();
    try {
      // A new decoder reports what is not UTF-8, and decoding then loses nothing.
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new BodyText(text, Optional.empty());
    } catch (CharacterCodingException notText) {
      return encoded(body);
    }
  }

  /** As base64, whatever the bytes are. */
  static BodyText encoded(Body body) {
    return new BodyText(Base64.getEncoder().encodeToString(body.bytes()), Optional.of(BASE64));
  }

  /**
   * @param size in bytes on the wire; more than there are bytes for a truncated body
   */
  Body body(long size) {
    byte[] bytes =
        encoding.filter(BASE64::equals).isPresent()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    return size > bytes.length ? Body.truncated(bytes, size) : Body.of(bytes);
  }
}
