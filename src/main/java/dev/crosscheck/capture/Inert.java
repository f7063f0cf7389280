package dev.crosscheck.capture;

import java.util.function.IntPredicate;

/**
 * Text that came from outside, made harmless to whoever shows it: a terminal, an editor, a parser.
 * What would not be seen as itself is spelled out as {@code \}{@code u001b}.
 */
public final class Inert {
  private static final int DELETE = 0x7f;
  private static final int LAST_C1 = 0x9f;

  private Inert() {}

  /**
   * For people: line feeds and tabs stay, every other control and lone surrogate is spelled out.
   */
  public static String text(String text) {
    return spell(text, c -> c < ' ' && c != '\n' && c != '\t' || isUnseen(c));
  }

  /** The same on one line. */
  public static String line(String text) {
    return spell(text, c -> c < ' ' || isUnseen(c));
  }

  /**
   * For files: JSON with the same meaning, in which nothing is unseen and which is valid UTF-8 even
   * where its strings hold lone surrogates.
   */
  public static String json(String json) {
    return spell(json, Inert::isUnseen);
  }

  private static String spell(String text, IntPredicate unseen) {
    StringBuilder out = new StringBuilder();
    int copied = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      if (unseen.test(c)) {
        out.append(text, copied, i).append(String.format("\\u%04x", c));
        copied = next;
      }
      i = next;
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private static boolean isUnseen(int c) {
    return c >= DELETE && c <= LAST_C1
        || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff
        || turnsText(c);
  }

  /** The controls that write text from right to left, which can make a line read as another. */
  private static boolean turnsText(int c) {
    return c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }
}
