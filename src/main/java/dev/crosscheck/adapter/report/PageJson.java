package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Inert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON inside a page, where nothing in it can end the element that holds it, and no text of it can
 * make the page read as something else.
 */
final class PageJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PageJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(JsonNode json) {
    // In JSON, "<" stands in strings alone, so "</script" and "<!--" are gone with it.
    return MAPPER.writeValueAsString(inert(json)).replace("<", "\\u003c");
  }

  /** With every control in its texts spelled out, so that reading them gives none back. */
  private static JsonNode inert(JsonNode json) {
    if (json.isString()) {
      return JsonNodeFactory.instance.stringNode(Inert.text(json.stringValue()));
    } else if (json.isObject()) {
      ObjectNode object = object();
      json.properties()
          .forEach(field -> object.set(Inert.line(field.getKey()), inert(field.getValue())));
      return object;
    } else if (json.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode(json.size());
      json.values().forEach(element -> array.add(inert(element)));
      return array;
    }
    return json;
  }
}
