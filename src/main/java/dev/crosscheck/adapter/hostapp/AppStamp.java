package dev.crosscheck.adapter.hostapp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a host app was written from. It goes into the app itself, so that one that was built is
 * known again, however old its file is.
 *
 * @param plugin the id of the plugin in it
 * @param sources the SHA-256 of all that the app is made of, in lower-case hexadecimal digits
 * @param authority the fingerprint of the certificate that it trusts: {@code AB:CD:…}; empty where
 *     it trusts what its device does
 */
public record AppStamp(String plugin, String sources, String authority) {
  static final String FILE = "app/src/debug/assets/crosscheck.json";

  /** Its name in an app for iOS. */
  static final String RESOURCE = "crosscheck.json";

  private static final String ASSET = "assets/crosscheck.json";
  private static final int LONGEST = 10_000;

  /**
   * Of an app that trusts what its device does.
   *
   * @param files all that it is made of
   */
  static AppStamp withoutAuthority(String plugin, SortedMap<String, byte[]> files) {
    return new AppStamp(plugin, SourceHash.of(files), "");
  }

  String json() {
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            JsonMapper.shared()
                .createObjectNode()
                .put("plugin", plugin)
                .put("sources", sources)
                .put("authority", authority));
  }

  /**
   * The stamp of an app that was built.
   *
   * @return empty where it is no host app of ours
   * @throws IOException where the file cannot be read, or is no app
   */
  public static Optional<AppStamp> ofApk(Path apk) throws IOException {
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      ZipEntry entry = zip.getEntry(ASSET);
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return read(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
      }
    }
  }

  private static Optional<AppStamp> read(String text) {
    try {
      JsonNode json = JsonMapper.shared().readTree(text);
      AppStamp stamp =
          new AppStamp(
              json.path("plugin").asString(""),
              json.path("sources").asString(""),
              json.path("authority").asString(""));
      return Optional.of(stamp).filter(read -> !read.sources().isEmpty());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
