package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An APK that holds nothing but its manifest, in Android's binary form ({@code ResourceTypes.h}).
 */
public final class ApkFile {
  private static final List<String> STRINGS =
      List.of(
          "versionCode",
          "versionName",
          "android",
          "http://schemas.android.com/apk/res/android",
          "package",
          "manifest");
  private static final int VERSION_CODE = 0;
  private static final int VERSION_NAME = 1;
  private static final int PREFIX = 2;
  private static final int NAMESPACE = 3;
  private static final int PACKAGE = 4;
  private static final int MANIFEST = 5;
  private static final int PACKAGE_VALUE = 6;
  private static final int NAME_VALUE = 7;
  private static final int VERSION = 42;
  private static final int NONE = -1;
  private static final int SPACE = 8_192;

  private ApkFile() {}

  public static Path write(Path file, String packageName) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("AndroidManifest.xml"));
      zip.write(manifest(packageName));
      zip.closeEntry();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return file;
  }

  private static byte[] manifest(String packageName) {
    ByteBuffer xml = ByteBuffer.allocate(SPACE).order(ByteOrder.LITTLE_ENDIAN);
    xml.position(8);
    strings(xml, packageName);
    chunk(xml, 0x0180, 8, () -> xml.putInt(0x0101021b).putInt(0x0101021c));
    chunk(xml, 0x0100, 16, () -> xml.putInt(1).putInt(NONE).putInt(PREFIX).putInt(NAMESPACE));
    chunk(xml, 0x0102, 16, () -> element(xml));
    chunk(xml, 0x0103, 16, () -> xml.putInt(1).putInt(NONE).putInt(NONE).putInt(MANIFEST));
    chunk(xml, 0x0101, 16, () -> xml.putInt(1).putInt(NONE).putInt(PREFIX).putInt(NAMESPACE));
    int size = xml.position();
    xml.putShort(0, (short) 3).putShort(2, (short) 8).putInt(4, size);
    byte[] bytes = new byte[size];
    xml.get(0, bytes);
    return bytes;
  }

  private static void element(ByteBuffer xml) {
    xml.putInt(1).putInt(NONE).putInt(NONE).putInt(MANIFEST);
    xml.putShort((short) 20).putShort((short) 20).putShort((short) 3);
    xml.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    attribute(xml, NAMESPACE, VERSION_CODE, NONE, 0x10, VERSION);
    attribute(xml, NAMESPACE, VERSION_NAME, NAME_VALUE, 0x03, NAME_VALUE);
    attribute(xml, NONE, PACKAGE, PACKAGE_VALUE, 0x03, PACKAGE_VALUE);
  }

  private static void attribute(
      ByteBuffer xml, int namespace, int name, int raw, int type, int value) {
    xml.putInt(namespace).putInt(name).putInt(raw);
    xml.putShort((short) 8).put((byte) 0).put((byte) type).putInt(value);
  }

  private static void chunk(ByteBuffer xml, int type, int header, Runnable content) {
    int start = xml.position();
    xml.putShort((short) type).putShort((short) header).putInt(0);
    content.run();
    xml.putInt(start + 4, xml.position() - start);
  }

  private static void strings(ByteBuffer xml, String packageName) {
    List<String> all = new java.util.ArrayList<>(STRINGS);
    all.addAll(List.of(packageName, "1.2.3"));
    chunk(
        xml,
        0x0001,
        28,
        () -> {
          int start = xml.position() - 8;
          int offsets = 28 + 4 * all.size();
          xml.putInt(all.size()).putInt(0).putInt(0).putInt(offsets).putInt(0);
          int table = xml.position();
          xml.position(start + offsets);
          for (int i = 0; i < all.size(); i++) {
            xml.putInt(table + 4 * i, xml.position() - start - offsets);
            xml.putShort((short) all.get(i).length());
            xml.put(all.get(i).getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
          }
          while (xml.position() % 4 != 0) {
            xml.put((byte) 0);
          }
        });
  }
}
