package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Inert;

/** Text of others inside Markdown, shown as it is. */
final class Markdown {
  private Markdown() {}

  /** On one line, in running text or a table. */
  static String line(String text) {
    return Inert.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;") // mentions nobody
        .replaceAll("([\\\\`*_\\[\\]|~#!])", "\\\\$1");
  }

  /** As code, whatever backticks are in it. */
  static String code(String text) {
    String plain = Inert.line(text).replace("|", "\\|");
    String fence = "`".repeat(longestRun(plain) + 1);
    String space = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
    return fence + space + plain + space + fence;
  }

  /** A block of lines, as they are. */
  static String block(String text) {
    String plain = Inert.text(text);
    String fence = "`".repeat(Math.max(3, longestRun(plain) + 1));
    return fence + "text\n" + plain + "\n" + fence + "\n";
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
