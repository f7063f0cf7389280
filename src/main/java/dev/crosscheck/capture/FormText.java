package dev.crosscheck.capture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code application/x-www-form-urlencoded} text, as bodies and queries have it (URL Standard). */
final class FormText {
  private FormText() {}

  /** An object of strings; a name that is repeated has an array of them. */
  static ObjectNode parse(String text) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        add(fields, name, equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  static void add(ObjectNode fields, String name, String value) {
    JsonNode there = fields.path(name);
    if (there instanceof ArrayNode several) {
      several.add(value);
    } else if (there.isMissingNode()) {
      fields.put(name, value);
    } else {
      fields.set(name, JsonNodeFactory.instance.arrayNode().add(there).add(value));
    }
  }

  /** Percent-decoded, or as it is where it is not percent-encoded correctly. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
