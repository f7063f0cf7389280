package dev.crosscheck.capture;

import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request as a value to match: {@code $request} of a message, and what a raw request holds. */
public final class RequestContent {
  private RequestContent() {}

  /**
   * {@code {method, host, path, query, headers}}: the query percent-decoded, header names in lower
   * case, the values of a repeated header joined by commas.
   */
  public static ObjectNode of(HttpRequest request) {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("method", request.method());
    content.put("host", request.host());
    content.put("path", request.path());
    content.set("query", FormText.parse(request.query()));
    ObjectNode headers = content.putObject("headers");
    for (Header header : request.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      String before = headers.path(name).asString("");
      headers.put(name, before.isEmpty() ? header.value() : before + ", " + header.value());
    }
    return content;
  }
}
