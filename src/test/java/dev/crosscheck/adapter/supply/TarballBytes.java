package dev.crosscheck.adapter.supply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes a tar by hand, so that a test can make one that no tool would make. */
final class TarballBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarballBytes file(String name, String content) throws IOException {
    return entry('0', name, content);
  }

  /** The next file's name, by a pax header. */
  TarballBytes named(String name) throws IOException {
    String record = " path=" + name + "\n";
    int length = record.length() + 1;
    while (String.valueOf(length).length() + record.length() != length) {
      length++;
    }
    return entry('x', "PaxHeader", length + record);
  }

  TarballBytes entry(char kind, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format("%011o", bytes.length));
    header[156] = (byte) kind;
    put(header, 257, "ustar");
    out.write(header);
    out.write(bytes);
    out.write(new byte[(512 - bytes.length % 512) % 512]);
    return this;
  }

  byte[] gzipped() throws IOException {
    out.write(new byte[1024]);
    return gzip(out.toByteArray());
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
