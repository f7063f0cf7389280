package dev.crosscheck.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/** Undoes what partners' SDKs compress with, up to a limit: captured bytes may be a bomb. */
final class Decompression {
  /** The most bytes that any one step may leave. */
  static final int LIMIT = 32 * 1024 * 1024;

  private Decompression() {}

  /** What tells by its first bytes that it is gzip or zlib; empty for all else. */
  static Optional<byte[]> unpacked(byte[] bytes) {
    try {
      if (bytes.length >= 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
        return Optional.of(gunzip(bytes));
      }
      return hasZlibHeader(bytes) ? Optional.of(inflate(bytes)) : Optional.empty();
    } catch (Undecodable other) {
      return Optional.empty();
    }
  }

  static byte[] gunzip(byte[] bytes) throws Undecodable {
    return drain("gzip", () -> new GZIPInputStream(new ByteArrayInputStream(bytes)));
  }

  /** Zlib (RFC 1950), or raw deflate (RFC 1951), which is what some call deflate. */
  static byte[] inflate(byte[] bytes) throws Undecodable {
    if (hasZlibHeader(bytes)) {
      try {
        return inflate(bytes, false);
      } catch (Undecodable notZlib) {
        return inflateRaw(bytes, notZlib);
      }
    }
    return inflate(bytes, true);
  }

  static byte[] brotli(byte[] bytes) throws Undecodable {
    return drain("brotli", () -> new BrotliInputStream(new ByteArrayInputStream(bytes)));
  }

  private static byte[] inflateRaw(byte[] bytes, Undecodable notZlib) throws Undecodable {
    try {
      return inflate(bytes, true);
    } catch (Undecodable norRaw) {
      throw notZlib;
    }
  }

  private static byte[] inflate(byte[] bytes, boolean raw) throws Undecodable {
    Inflater inflater = new Inflater(raw);
    try {
      return drain(
          "deflated", () -> new InflaterInputStream(new ByteArrayInputStream(bytes), inflater));
    } finally {
      inflater.end();
    }
  }

  private static boolean hasZlibHeader(byte[] bytes) {
    return bytes.length >= 2
        && (bytes[0] & 0x0f) == 8
        && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
  }

  private static byte[] drain(String what, Opener opener) throws Undecodable {
    byte[] whole;
    try (InputStream in = opener.open()) {
      whole = in.readNBytes(LIMIT + 1);
    } catch (IOException | RuntimeException broken) {
      String why = broken.getMessage();
      throw new Undecodable("not " + what + (why == null ? "" : ": " + why));
    }
    if (whole.length > LIMIT) {
      throw new Undecodable("more than " + LIMIT + " bytes when decompressed");
    }
    return whole;
  }

  /** Opening a compressed stream already reads its header. */
  private interface Opener {
    InputStream open() throws IOException;
  }
}
