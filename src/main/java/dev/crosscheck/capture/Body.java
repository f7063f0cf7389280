package dev.crosscheck.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The bytes of a request or an answer as they went over the wire, with their true size. */
public final class Body {
  public static final Body EMPTY = new Body(new byte[0], 0);

  private final byte[] bytes;
  private final long size;

  private Body(byte[] bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  public static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Body(bytes.clone(), bytes.length);
  }

  public static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The first bytes of a body that was longer than what is kept; {@code size} in bytes. */
  public static Body truncated(byte[] head, long size) {
    if (size < head.length) {
      throw new IllegalArgumentException("a body of " + size + " bytes cannot keep " + head.length);
    }
    return new Body(head.clone(), size);
  }

  /** A copy of the bytes kept. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes kept, for reading only and without a copy; its position is the reader's own. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** The size in bytes on the wire, before any truncation. */
  public long size() {
    return size;
  }

  public boolean isTruncated() {
    return size > bytes.length;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The bytes kept, read as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Of the bytes kept, in lower-case hex. */
  public String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body body && body.size == size && Arrays.equals(body.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(size) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return size + " bytes";
  }
}
