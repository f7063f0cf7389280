package dev.crosscheck.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * All that something says, in every coding in which it can be read: as it is, percent-decoded, as a
 * form, as JSON, out of base64, decompressed, and each of these within another. For looking for
 * what may stand anywhere.
 */
public final class Haystack {
  /** How often a coding is looked for within another. */
  private static final int DEEPEST = 5;

  /** Shorter than this, words are base64 by chance. */
  private static final int SHORTEST_BASE64 = 12;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");

  private final List<Leaf> leaves = new ArrayList<>();

  private Haystack() {}

  /**
   * A value that holds no others.
   *
   * @param key the name under which it stands; empty where it has none
   * @param textual it came as text, so a number is what its text spells
   */
  public record Leaf(String key, JsonNode value, boolean textual) {
    /** What it spells; numbers as JSON has them. */
    public String text() {
      return value.asString();
    }
  }

  /** What a message says itself, without the request that brought it. */
  public static Haystack of(Message message) {
    Haystack all = new Haystack();
    message.content().properties().stream()
        .filter(field -> !field.getKey().equals("$request"))
        .forEach(field -> all.add(field.getKey(), field.getValue(), message.textual(), 0));
    if (!message.content().isObject()) {
      all.add("", message.content(), message.textual(), 0);
    }
    return all;
  }

  /** What a client sent in one exchange: address, headers, body, frames. */
  public static Haystack of(Exchange exchange) {
    Haystack all = new Haystack();
    HttpRequest request = exchange.request();
    all.add("", request.path(), 0);
    if (!request.query().isEmpty()) {
      all.add("", FormText.parse(request.query()), true, 0);
      all.add("", request.query(), 0);
    }
    request.headers().forEach(header -> all.add(header.name(), header.value(), 0));
    all.add(request.body(), 0);
    exchange.frames().stream().filter(Frame::sent).forEach(frame -> all.add(frame.payload(), 0));
    return all;
  }

  /** In the order in which they were found. */
  public List<Leaf> leaves() {
    return leaves;
  }

  /** Whether some text of it, or a name in it, holds this one. */
  public boolean holds(String text) {
    return leaves.stream()
        .anyMatch(leaf -> leaf.text().contains(text) || leaf.key().contains(text));
  }

  private void add(Body body, int depth) {
    if (!body.isEmpty()) {
      add(body.bytes(), depth);
    }
  }

  private void add(byte[] bytes, int depth) {
    Optional<byte[]> unpacked = depth < DEEPEST ? Decompression.unpacked(bytes) : Optional.empty();
    if (unpacked.isPresent()) {
      add(unpacked.get(), depth + 1);
    } else {
      add("", new String(bytes, StandardCharsets.UTF_8), depth);
    }
  }

  private void add(String key, JsonNode value, boolean textual, int depth) {
    if (value.isObject()) {
      value.properties().forEach(field -> add(field.getKey(), field.getValue(), textual, depth));
    } else if (value.isArray()) {
      value.values().forEach(element -> add(key, element, textual, depth));
    } else if (value.isString()) {
      leaves.add(new Leaf(key, value, textual));
      within(value.stringValue(), depth);
    } else {
      leaves.add(new Leaf(key, value, textual));
    }
  }

  private void add(String key, String text, int depth) {
    add(key, StringNode.valueOf(text), true, depth);
  }

  private void within(String text, int depth) {
    if (depth >= DEEPEST || text.length() < 2) {
      return;
    }
    String trimmed = text.stripLeading();
    if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
      Optional<JsonNode> json = JsonText.parse(text);
      if (json.isPresent()) {
        add("", json.get(), false, depth + 1);
        return;
      }
      text.lines()
          .filter(line -> line.length() < text.length())
          .forEach(line -> JsonText.parse(line).ifPresent(v -> add("", v, false, depth + 1)));
    }
    if (isForm(text)) {
      add("", FormText.parse(text), true, depth + 1);
    } else if (text.indexOf('%') >= 0) {
      String decoded = FormText.decoded(text);
      if (!decoded.equals(text)) {
        add("", decoded, depth + 1);
      }
    }
    if (text.length() >= SHORTEST_BASE64 && BASE64.matcher(text).matches()) {
      base64(text, depth + 1);
    }
  }

  /** A name, {@code =}, and no space or quotation mark; in one pass, for a body may be long. */
  private static boolean isForm(String text) {
    int equals = text.indexOf('=');
    return equals > 0
        && "[&".indexOf(text.charAt(0)) < 0
        && text.chars().limit(equals).noneMatch(c -> c == '{' || c == '}' || c == '&')
        && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
  }

  /** What comes out of it is taken only where it is text, or was compressed. */
  private void base64(String text, int depth) {
    try {
      byte[] bytes = Base64Text.decode(text);
      String read = new String(Decompression.unpacked(bytes).orElse(bytes), StandardCharsets.UTF_8);
      if (read.indexOf('\ufffd') < 0 && read.chars().noneMatch(Haystack::isControl)) {
        add("", read, depth);
      }
    } catch (Undecodable other) {
      return;
    }
  }

  private static boolean isControl(int c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\r';
  }
}
