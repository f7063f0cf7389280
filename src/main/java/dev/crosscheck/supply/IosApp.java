package dev.crosscheck.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The host app that a partner has built for iOS with the plugin in it: the folder {@code .app} that
 * Xcode makes, or the {@code .ipa} that it packs. It is looked at, never built here.
 */
public record IosApp(Path path) {
  private static final int HEAD = 32 * 1024;
  private static final int MACH_O_64 = 0xfeedfacf;
  private static final int FAT = 0xcafebabe;
  private static final int BUILD_VERSION = 0x32;
  private static final int SIMULATOR = 7;
  private static final int DEVICE = 2;
  private static final int ARM64 = 0x0100000c;
  private static final int X86_64 = 0x01000007;

  public IosApp {
    path = path.toAbsolutePath().normalize();
  }

  /** What one part of its executable was built for: {@code simulator arm64}. */
  public record Build(String platform, String processor) {}

  /** Whether it is there, and has what an app has. */
  public Presence look() {
    if (!Files.exists(path)) {
      return new Presence.Missing("there is no app at '" + path + "'", "build it");
    } else if (isPacked() ? Files.isRegularFile(path) : Files.isRegularFile(executable())) {
      return new Presence.Here(path, Optional.empty());
    }
    return new Presence.Missing("'" + path + "' is no app: it has no executable", "build it");
  }

  private boolean isPacked() {
    return path.toString().endsWith(".ipa");
  }

  /** The program in it, which has all of the app's own code; the file itself where it is packed. */
  public Path executable() {
    String name = String.valueOf(path.getFileName());
    return isPacked() ? path : path.resolve(name.substring(0, name.length() - ".app".length()));
  }

  /**
   * What its executable was built for, as its Mach-O headers tell; empty where it is packed, or
   * tells nothing.
   *
   * @see <a
   *     href="https://github.com/apple-oss-distributions/xnu/blob/main/EXTERNAL_HEADERS/mach-o/loader.h">loader.h</a>
   */
  public List<Build> builds() {
    try (InputStream in = Files.newInputStream(executable())) {
      ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEAD));
      if (head.remaining() < 8) {
        return List.of();
      }
      return head.getInt(0) == FAT ? ofFat(head) : ofOne(head).stream().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A header in front names the parts, each for a processor of its own. */
  private List<Build> ofFat(ByteBuffer head) throws IOException {
    List<Build> builds = new ArrayList<>();
    int parts = Math.min(head.getInt(4), 8);
    for (int part = 0; part < parts && 8 + (part + 1) * 20 <= head.limit(); part++) {
      int offset = head.getInt(8 + part * 20 + 8);
      try (InputStream in = Files.newInputStream(executable())) {
        in.skipNBytes(Integer.toUnsignedLong(offset));
        ofOne(ByteBuffer.wrap(in.readNBytes(HEAD))).ifPresent(builds::add);
      }
    }
    return builds;
  }

  private static Optional<Build> ofOne(ByteBuffer image) {
    image.order(ByteOrder.LITTLE_ENDIAN);
    if (image.remaining() < 32 || image.getInt(0) != MACH_O_64) {
      return Optional.empty();
    }
    String processor =
        switch (image.getInt(4)) {
          case ARM64 -> "arm64";
          case X86_64 -> "x86_64";
          default -> "";
        };
    int commands = image.getInt(16);
    int at = 32;
    for (int i = 0; i < commands && at + 12 <= image.limit(); i++) {
      int size = image.getInt(at + 4);
      if (image.getInt(at) == BUILD_VERSION) {
        int platform = image.getInt(at + 8);
        String word = platform == SIMULATOR ? "simulator" : platform == DEVICE ? "real" : "";
        return Optional.of(new Build(word, processor));
      } else if (size <= 0) {
        break;
      }
      at += size;
    }
    return Optional.empty();
  }
}
