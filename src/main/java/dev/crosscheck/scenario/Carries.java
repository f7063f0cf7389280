package dev.crosscheck.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plugin makes of the fields of a call before it sends them on, as plugin.yaml declares it;
 * what it says nothing of goes as it is.
 *
 * @param declared by field: its place such as {@code products.sku}, its last name, or {@code *} for
 *     all others; by call or event the same for this one alone
 */
public record Carries(ObjectNode declared) {
  /** All fields but those that are named. */
  public static final String OTHERS = "*";

  /** By this name the id that Segment's SDK gives an anonymous visitor. */
  public static final String ANONYMOUS_ID = "anonymousId";

  /** What becomes of a field. */
  public enum How {
    /** It goes as it is, if under another name. */
    KEPT,
    /** It is not looked for: the plugin has no use for it, or makes something else of it. */
    DROPPED,
    /** A number of a currency's units goes as one of its hundredths. */
    CENTS,
    /** A number goes as the text that spells it. */
    TEXT,
    LOWERCASE,
    UPPERCASE,
    /** The digest, in hex, of the trimmed, lower-cased text goes. */
    MD5,
    SHA1,
    SHA256;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<How> of(String word) {
      return Arrays.stream(values()).filter(how -> how.word().equals(word)).findFirst();
    }

    /** All of them, as files write them. */
    public static List<String> words() {
      return Arrays.stream(values()).map(How::word).collect(Collectors.toList());
    }
  }

  /**
   * What becomes of the id of an anonymous visitor; empty where plugin.yaml says nothing, for
   * partners have ids of their own.
   */
  public Optional<How> ofAnonymousId() {
    return named(declared, ANONYMOUS_ID).findFirst();
  }

  /**
   * What becomes of a field: what is said for its event, else for its call, else for all.
   *
   * @param path where it stands in properties or traits, without the places in arrays: {@code
   *     products.sku}; {@code event}, {@code name}, {@code category} and the ids by these names
   */
  public How of(Step.Call call, String path) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    return said(call).stream()
        .flatMap(fields -> Stream.of(path, last, OTHERS).flatMap(key -> named(fields, key)))
        .findFirst()
        .orElse(How.KEPT);
  }

  private List<JsonNode> said(Step.Call call) {
    List<JsonNode> said = new ArrayList<>();
    if (call instanceof Step.Track track) {
      said.add(declared.path(track.event()));
    }
    said.add(declared.path(call.call().word()));
    said.add(declared);
    return said;
  }

  private static Stream<How> named(JsonNode fields, String key) {
    JsonNode word = fields.path(key);
    return word.isString() ? How.of(word.stringValue()).stream() : Stream.empty();
  }
}
