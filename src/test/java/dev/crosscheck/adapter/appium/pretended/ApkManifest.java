package dev.crosscheck.adapter.appium.pretended;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What an APK says it is, out of its binary manifest (AOSP, {@code ResourceTypes.h}).
 *
 * @param name the package, {@code com.acme.app}
 */
record ApkManifest(String name, int versionCode, String versionName) {
  private static final String MANIFEST = "AndroidManifest.xml";
  private static final int STRING_POOL = 0x0001;
  private static final int START_ELEMENT = 0x0102;
  private static final int UTF8 = 1 << 8;
  private static final int TYPE_STRING = 0x03;

  /** Where a chunk's own parts begin: type, header's size, size. */
  private static final int CHUNK_HEADER = 8;

  private static final int FILE_HEADER = 8;

  static ApkManifest read(byte[] apk) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(apk))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(MANIFEST)) {
          return parse(ByteBuffer.wrap(zip.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
        }
      }
    }
    throw new IOException("no " + MANIFEST + " among " + apk.length + " bytes");
  }

  private static ApkManifest parse(ByteBuffer xml) throws IOException {
    String[] strings = {};
    for (int at = FILE_HEADER; at < xml.limit(); at += xml.getInt(at + 4)) {
      int type = xml.getShort(at);
      if (type == STRING_POOL) {
        strings = strings(xml, at);
      } else if (type == START_ELEMENT) {
        Map<String, String> attributes = attributes(xml, at, strings);
        return new ApkManifest(
            attributes.getOrDefault("package", ""),
            Integer.parseInt(attributes.getOrDefault("versionCode", "0")),
            attributes.getOrDefault("versionName", ""));
      }
    }
    throw new IOException("a manifest without an element");
  }

  private static String[] strings(ByteBuffer xml, int chunk) {
    int count = xml.getInt(chunk + CHUNK_HEADER);
    boolean utf8 = (xml.getInt(chunk + 16) & UTF8) != 0;
    int data = chunk + xml.getInt(chunk + 20);
    int offsets = chunk + xml.getShort(chunk + 2);
    String[] strings = new String[count];
    for (int i = 0; i < count; i++) {
      int at = data + xml.getInt(offsets + i * Integer.BYTES);
      strings[i] = utf8 ? utf8(xml, at) : utf16(xml, at);
    }
    return strings;
  }

  /** Its length in characters, its length in bytes, each in one byte or two, then the bytes. */
  private static String utf8(ByteBuffer xml, int start) {
    int at = start + (xml.get(start) < 0 ? 2 : 1);
    int length = xml.get(at);
    if (length < 0) {
      length = (length & 0x7f) << 8 | Byte.toUnsignedInt(xml.get(at + 1));
      at++;
    }
    return text(xml, at + 1, length, StandardCharsets.UTF_8);
  }

  private static String utf16(ByteBuffer xml, int start) {
    int length = Short.toUnsignedInt(xml.getShort(start));
    return text(xml, start + 2, length * 2, StandardCharsets.UTF_16LE);
  }

  private static String text(ByteBuffer xml, int start, int length, Charset charset) {
    byte[] bytes = new byte[length];
    xml.get(start, bytes);
    return new String(bytes, charset);
  }

  /** Twenty bytes each: namespace, name, raw value, size, type, data. */
  private static Map<String, String> attributes(ByteBuffer xml, int chunk, String[] strings) {
    int extension = chunk + xml.getShort(chunk + 2);
    int first = extension + xml.getShort(extension + 8);
    int size = xml.getShort(extension + 10);
    int count = xml.getShort(extension + 12);
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int at = first + i * size;
      int data = xml.getInt(at + 16);
      boolean text = xml.get(at + 15) == TYPE_STRING;
      attributes.put(strings[xml.getInt(at + 4)], text ? strings[data] : String.valueOf(data));
    }
    return attributes;
  }
}
