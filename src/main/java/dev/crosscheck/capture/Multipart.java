package dev.crosscheck.capture;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code multipart/form-data} body (RFC 7578): its parts by name. */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile(
          "^content-disposition:[^\r\n]*[;\\s]name=(?:\"([^\"]*)\"|([^\\s;]+))",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private Multipart() {}

  /**
   * The parts in their order; of parts with one name the last.
   *
   * @param contentType the request's header, which names the boundary; without it the body's first
   *     line does
   */
  static Map<String, Body> parts(byte[] bytes, Optional<String> contentType) throws Undecodable {
    // one character for each byte, so that positions in the text are positions in the body
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String mark = "--" + boundary(text, contentType);
    int at = text.startsWith(mark) ? 0 : after(text.indexOf("\r\n" + mark), 2);
    if (at < 0) {
      throw new Undecodable("not multipart: no line \"" + mark + "\"");
    }
    Map<String, Body> parts = new LinkedHashMap<>();
    while (!text.startsWith("--", at + mark.length())) {
      int head = after(text.indexOf("\r\n", at + mark.length()), 2);
      int end = head < 0 ? -1 : text.indexOf("\r\n" + mark, head);
      // the blank line after no headers at all is the line break that ends the mark
      int body = head < 0 ? -1 : after(text.indexOf("\r\n\r\n", head - 2), 4);
      if (end < 0 || body < 0 || body > end + 2) {
        throw new Undecodable("a multipart body that ends within a part");
      }
      Matcher name = NAME.matcher(utf8(text.substring(head, body)));
      if (name.find()) {
        String found = name.group(1) == null ? name.group(2) : name.group(1);
        String content = text.substring(Math.min(body, end), end);
        parts.put(found, Body.of(content.getBytes(StandardCharsets.ISO_8859_1)));
      }
      at = end + 2;
    }
    return parts;
  }

  private static String boundary(String text, Optional<String> contentType) throws Undecodable {
    Matcher header = BOUNDARY.matcher(contentType.orElse(""));
    if (header.find()) {
      return header.group(1) == null ? header.group(2) : header.group(1);
    }
    int line = text.indexOf("\r\n");
    if (!text.startsWith("--") || line < 3) {
      throw new Undecodable("not multipart: no boundary");
    }
    return text.substring(2, line);
  }

  private static int after(int found, int length) {
    return found < 0 ? -1 : found + length;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
