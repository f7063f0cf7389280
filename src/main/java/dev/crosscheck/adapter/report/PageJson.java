package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Inert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON inside a page, where nothing in it can end the element that holds it. */
final class PageJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private PageJson() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(JsonNode json) {
    // In JSON, "<" stands in strings alone, so "</script" and "<!--" are gone with it.
    return Inert.json(MAPPER.writeValueAsString(json)).replace("<", "\\u003c");
  }
}
