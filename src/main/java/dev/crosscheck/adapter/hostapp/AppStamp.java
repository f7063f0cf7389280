package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.BuiltApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a host app was written from. It goes into the app itself, so that one that was built is
 * known again, however old its file is.
 *
 * @param plugin the id of the plugin in it
 * @param sdks for which of Segment's the plugin is in it, by their words; none in an app that was
 *     written before it said so
 * @param sources the SHA-256 of all that the app is made of, in lower-case hexadecimal digits
 * @param authority the fingerprint of the certificate that it trusts: {@code AB:CD:…}; empty where
 *     it trusts what its device does
 */
public record AppStamp(String plugin, List<String> sdks, String sources, String authority) {
  /** Its name in the app. */
  static final String NAME = "crosscheck.json";

  private static final int LONGEST = 10_000;

  public AppStamp {
    sdks = List.copyOf(sdks);
  }

  /**
   * @param files all that the app is made of
   */
  static AppStamp of(
      Plugin plugin, List<Sdk> sdks, SortedMap<String, byte[]> files, String authority) {
    List<String> words = sdks.stream().map(Sdk::word).toList();
    return new AppStamp(plugin.id(), words, SourceHash.of(files), authority);
  }

  /** As a file. */
  byte[] bytes() {
    ObjectNode json = JsonMapper.shared().createObjectNode().put("plugin", plugin);
    sdks.forEach(json.putArray("sdks")::add);
    json.put("sources", sources).put("authority", authority);
    String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The stamp of an app that was built.
   *
   * @return empty where it is no host app of ours
   * @throws IOException where the app cannot be read, or is none
   */
  public static Optional<AppStamp> of(BuiltApp app) throws IOException {
    return app.resource(NAME, LONGEST).flatMap(AppStamp::read);
  }

  private static Optional<AppStamp> read(byte[] bytes) {
    try {
      JsonNode json = JsonMapper.shared().readTree(bytes);
      AppStamp stamp =
          new AppStamp(
              json.path("plugin").asString(""),
              json.path("sdks").valueStream().map(word -> word.asString("")).toList(),
              json.path("sources").asString(""),
              json.path("authority").asString(""));
      return Optional.of(stamp).filter(read -> !read.sources().isEmpty());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
