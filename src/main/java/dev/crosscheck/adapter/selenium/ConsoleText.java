package dev.crosscheck.adapter.selenium;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was written to the console, as text: objects as JSON rather than by their size. */
final class ConsoleText {
  private ConsoleText() {}

  /**
   * @param arguments WebDriver BiDi remote values
   * @param text the browser's own rendering, for formatted output such as {@code %c}, and for
   *     errors of which no more is known
   * @param errors the messages of the errors among the arguments, as far as they are known
   */
  static String of(JsonNode arguments, String text, List<String> errors) {
    if (arguments.path(0).path("value").asString("").contains("%")
        || errors.isEmpty() && hasErrors(arguments)) {
      return text;
    }
    List<String> parts = new ArrayList<>();
    Iterator<String> messages = errors.iterator();
    for (JsonNode argument : arguments) {
      if (isError(argument) && messages.hasNext()) {
        parts.add(messages.next());
      } else {
        parts.add(
            argument.path("type").asString("").equals("string")
                ? argument.path("value").asString("")
                : render(argument));
      }
    }
    return String.join(" ", parts);
  }

  static boolean hasErrors(JsonNode arguments) {
    for (JsonNode argument : arguments) {
      if (isError(argument)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isError(JsonNode argument) {
    return argument.path("type").asString("").equals("error");
  }

  private static String render(JsonNode remote) {
    String type = remote.path("type").asString("");
    JsonNode value = remote.path("value");
    return switch (type) {
      case "array", "set" -> value.isArray() ? list(value) : type;
      case "object", "map" -> value.isArray() ? fields(value) : type;
      default -> value.isMissingNode() ? type : value.toString();
    };
  }

  private static String list(JsonNode values) {
    List<String> items = new ArrayList<>();
    values.forEach(value -> items.add(render(value)));
    return "[" + String.join(",", items) + "]";
  }

  private static String fields(JsonNode pairs) {
    List<String> fields = new ArrayList<>();
    pairs.forEach(
        pair ->
            fields.add(
                (pair.path(0).isString() ? pair.path(0).toString() : render(pair.path(0)))
                    + ":"
                    + render(pair.path(1))));
    return "{" + String.join(",", fields) + "}";
  }
}
