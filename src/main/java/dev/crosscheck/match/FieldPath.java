package dev.crosscheck.match;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a JSON value: {@code properties.$insert_id}, {@code a.b[0].c}. At every level a field
 * that is literally named like the whole of what is left comes first, so that form fields such as
 * {@code cd[value]} or {@code ep.currency} need no quoting.
 *
 * @param text as written; empty for the value itself
 */
public record FieldPath(String text) {

  /** The value there, or a missing node. */
  public JsonNode in(JsonNode value) {
    return read(value, text);
  }

  private static JsonNode read(JsonNode value, String path) {
    if (path.isEmpty()) {
      return value;
    }
    if (value.isObject() && value.has(path)) {
      return value.get(path);
    }
    if (path.charAt(0) == '[') {
      return element(value, path);
    }
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    if (end == path.length()) {
      return MissingNode.getInstance();
    }
    JsonNode inside = value.path(path.substring(0, end));
    return inside.isMissingNode() ? inside : read(inside, rest(path, end));
  }

  private static JsonNode element(JsonNode value, String path) {
    int close = path.indexOf(']');
    if (close < 0 || !value.isArray()) {
      return MissingNode.getInstance();
    }
    String index = path.substring(1, close);
    // nine digits always fit an int; a longer index is none
    JsonNode inside =
        index.matches("\\d{1,9}") ? value.path(Integer.parseInt(index)) : MissingNode.getInstance();
    return inside.isMissingNode() ? inside : read(inside, rest(path, close + 1));
  }

  private static String rest(String path, int from) {
    return from < path.length() && path.charAt(from) == '.'
        ? path.substring(from + 1)
        : path.substring(from);
  }
}
