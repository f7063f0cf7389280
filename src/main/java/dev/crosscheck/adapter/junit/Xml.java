package dev.crosscheck.adapter.junit;

import dev.crosscheck.capture.Inert;
import java.nio.charset.StandardCharsets;

/** Writes XML in which any text is just text, what XML 1.0 has no way to say included. */
final class Xml {
  private final StringBuilder out =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private int depth;

  /** Attributes as names and values in turn. */
  void open(String element, String... attributes) {
    start(element, attributes);
    out.append(">\n");
    depth++;
  }

  void close(String element) {
    depth--;
    out.append("  ".repeat(depth)).append("</").append(element).append(">\n");
  }

  void empty(String element, String... attributes) {
    start(element, attributes);
    out.append("/>\n");
  }

  void text(String element, String text, String... attributes) {
    start(element, attributes);
    out.append('>').append(escape(Inert.text(text)));
    out.append("</").append(element).append(">\n");
  }

  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void start(String element, String... attributes) {
    out.append("  ".repeat(depth)).append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      String value = escape(Inert.text(attributes[i + 1]));
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(value.replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;"));
      out.append('"');
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\ufffe\uffff]", "\ufffd");
  }
}
