package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.SentinelId;
import dev.crosscheck.spec.SpecCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Recognises what a sentinel caused, by its unique id. */
final class SentinelTrace {
  private final Set<String> ids;
  private final List<String> encoded = new ArrayList<>();

  SentinelTrace(Set<String> ids) {
    this.ids = Set.copyOf(ids);
    ids.forEach(id -> encoded.addAll(base64(id)));
  }

  /** Whether a message speaks of a sentinel; its envelope may, for it holds its neighbours too. */
  boolean isIn(Message message) {
    return ids.stream().anyMatch(id -> carries(message, id));
  }

  /**
   * Whether a message is a sentinel's doing: it carries the id of one that plugin.yaml declares for
   * its type. An id alone does not make it so: a partner may remember a sentinel's traits and put
   * them on every later message, a double send included.
   *
   * @param declared the calls that are sentinels for the message's type; empty for any
   */
  boolean isIn(Message message, Set<SpecCall> declared) {
    return ids.stream()
        .filter(
            id -> declared.isEmpty() || SentinelId.call(id).map(declared::contains).orElse(true))
        .anyMatch(id -> carries(message, id));
  }

  static boolean carries(Message message, String id) {
    return message.content().properties().stream()
        .filter(field -> !field.getKey().equals("$request"))
        .anyMatch(field -> field.getKey().contains(id) || holds(field.getValue(), id));
  }

  private static boolean holds(JsonNode value, String id) {
    if (value.isString()) {
      return value.stringValue().contains(id);
    } else if (value.isObject()) {
      return value.properties().stream()
          .anyMatch(field -> field.getKey().contains(id) || holds(field.getValue(), id));
    }
    return value.isArray() && value.values().stream().anyMatch(element -> holds(element, id));
  }

  /** Whether what was sent holds an id as it is, percent-encoded or somewhere in base64. */
  boolean isIn(Exchange exchange) {
    if (ids.isEmpty()) {
      return false;
    }
    HttpRequest request = exchange.request();
    return isIn(request.target())
        || isIn(request.body().text())
        || exchange.frames().stream().filter(Frame::sent).anyMatch(f -> isIn(f.payload().text()));
  }

  private boolean isIn(String text) {
    String decoded = text.indexOf('%') < 0 ? text : decoded(text);
    return isPlainlyIn(text) || !decoded.equals(text) && isPlainlyIn(decoded);
  }

  private boolean isPlainlyIn(String text) {
    return ids.stream().anyMatch(text::contains) || encoded.stream().anyMatch(text::contains);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  /**
   * What of the id's base64 does not depend on its neighbours, for each of the three places at
   * which it may begin within a group of three bytes.
   */
  private static List<String> base64(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = before == 0 ? 0 : before + 1;
      int to = shifted.length / 3 * 4;
      String fixed = whole.substring(from, Math.max(from, to));
      if (fixed.length() >= 16) {
        forms.add(fixed);
        forms.add(fixed.replace('+', '-').replace('/', '_'));
      }
    }
    return forms;
  }
}
