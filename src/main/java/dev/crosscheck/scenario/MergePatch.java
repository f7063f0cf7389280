package dev.crosscheck.scenario;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays one JSON object over another: maps are merged, null takes a field away, anything else stands
 * in the old one's place (RFC 7396).
 */
final class MergePatch {
  private MergePatch() {}

  static ObjectNode over(ObjectNode usual, ObjectNode patch) {
    ObjectNode merged = usual.deepCopy();
    for (var field : patch.properties()) {
      JsonNode value = field.getValue();
      if (value.isNull()) {
        merged.remove(field.getKey());
      } else if (value instanceof ObjectNode more) {
        merged.set(field.getKey(), over(object(merged.path(field.getKey())), more));
      } else {
        merged.set(field.getKey(), value);
      }
    }
    return merged;
  }

  private static ObjectNode object(JsonNode value) {
    return value instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
  }
}
