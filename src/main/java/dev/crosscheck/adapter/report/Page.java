package dev.crosscheck.adapter.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page's own parts, put together once; a run's data is all that changes. */
final class Page {
  private static final List<String> SCRIPTS =
      List.of(
          "dom.js",
          "address.js",
          "code.js",
          "yaml.js",
          "board.js",
          "menu.js",
          "filter.js",
          "traffic.js",
          "story.js",
          "main.js");

  private final String before;
  private final String after;

  private Page(String before, String after) {
    this.before = before;
    this.after = after;
  }

  static Page load() {
    String style = resource("page.css");
    StringBuilder scripts = new StringBuilder("\"use strict\";\n");
    SCRIPTS.forEach(name -> scripts.append(resource(name)).append('\n'));
    String script = scripts.toString();
    String html =
        resource("page.html")
            .replace("{{style-hash}}", sha256(style))
            .replace("{{script-hash}}", sha256(script))
            .replace("{{style}}", style)
            .replace("{{script}}", script);
    int data = html.indexOf("{{data}}");
    return new Page(html.substring(0, data), html.substring(data + "{{data}}".length()));
  }

  /** The stories are read one by one, when somebody opens them. */
  byte[] with(String matrix, List<String> stories) {
    StringBuilder html = new StringBuilder(before);
    data(html, "matrix", matrix);
    for (int i = 0; i < stories.size(); i++) {
      data(html, "story-" + i, stories.get(i));
    }
    return html.append(after).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void data(StringBuilder html, String id, String json) {
    html.append("<script type=\"application/json\" id=\"").append(id).append("\">");
    html.append(json).append("</script>\n");
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no '" + name + "' in this build of Crosscheck");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read '" + name + "'", e);
    }
  }

  /** As a content security policy names what may run. */
  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
