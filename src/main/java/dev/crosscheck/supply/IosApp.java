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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host app for iOS: the folder {@code .app} that Xcode makes, or the {@code .ipa} that it packs.
 *
 * @param sdk which of Segment's it embeds, by its word
 */
public record IosApp(Path path, String sdk) implements BuiltApp {
  private static final String SCRIPT = "xcode.sh";
  private static final String BUNDLE = "Payload/[^/]+\\.app/";
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

  @Override
  public Presence look() {
    if (isPacked()) {
      return PackedApp.look(this, "an .ipa");
    } else if (!Files.exists(path)) {
      return new Presence.Missing("there is no app at '" + path + "'", howToBuild());
    }
    return Files.isRegularFile(executable())
        ? new Presence.Here(path, Optional.empty())
        : new Presence.Missing("'" + path + "' is no app: it has no executable", howToBuild());
  }

  private boolean isPacked() {
    return path.toString().endsWith(".ipa");
  }

  @Override
  public Path executable() {
    String name = String.valueOf(path.getFileName());
    return isPacked() ? path : path.resolve(name.substring(0, name.length() - ".app".length()));
  }

  @Override
  public Optional<byte[]> resource(String name, int most) throws IOException {
    if (isPacked()) {
      return PackedApp.head(
          path, Pattern.compile(BUNDLE + Pattern.quote(name)).asMatchPredicate(), most);
    }
    Path file = path.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(most));
    }
  }

  @Override
  public Optional<Path> project() {
    return BuiltApp.above(
        path,
        folder ->
            Files.isRegularFile(folder.resolve(SCRIPT))
                && Files.isRegularFile(folder.resolve(sdk + ".yml")));
  }

  /** What is there of the other SDK goes into another app. */
  @Override
  public List<Path> parts() {
    return project().stream()
        .flatMap(
            folder ->
                Stream.of(SCRIPT, "Core", "App", "Sdk/" + sdk, "Plugin/" + sdk, sdk + ".yml")
                    .map(folder::resolve))
        .toList();
  }

  @Override
  public String howToBuild() {
    String build = "'sh " + SCRIPT + " build " + sdk + (isForIphone() ? " iphoneos'" : "'");
    String pack = isPacked() ? ", and pack it as .ipa" : "";
    return project()
        .map(folder -> "on a Mac run " + build + " in '" + folder + "'" + pack)
        .orElse(
            "build it on a Mac: 'crosscheck host ios' writes a project with the plugin in it, and "
                + build
                + " there makes the app"
                + pack);
  }

  /** Xcode names the folder of what it makes after the system. */
  private boolean isForIphone() {
    return isPacked() || String.valueOf(path.getParent()).endsWith("-iphoneos");
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
