package dev.crosscheck.cli.terminal;

/**
 * How many columns of a terminal text takes. Terminals differ over some characters; then it is the
 * larger number, for a line that is too short harms nobody and one that wraps does.
 */
public final class Columns {
  public static final String ELLIPSIS = "…";

  private static final int[][] WIDE = {
    {0x1100, 0x115f}, // Hangul that begins a syllable
    {0x2300, 0x23ff}, // clocks and keys, some of them emoji
    {0x2600, 0x27bf}, // symbols and dingbats, some of them emoji
    {0x2b00, 0x2bff},
    {0x2e80, 0xa4cf}, // CJK, kana, Yi
    {0xa960, 0xa97f},
    {0xac00, 0xd7ff},
    {0xf900, 0xfaff},
    {0xfe10, 0xfe6f},
    {0xff00, 0xffe6}, // full width
    {0x1f000, 0x1faff}, // emoji
    {0x20000, 0x3fffd}
  };

  private Columns() {}

  public static int of(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  /** The longest beginning of a text that fits into so many columns. */
  public static String head(String text, int columns) {
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += width(c);
      if (used > columns) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /** Cut or filled up with spaces to so many columns. */
  public static String fitted(String text, int columns) {
    String head = of(text) <= columns ? text : head(text, Math.max(0, columns - 1)) + ELLIPSIS;
    return head + " ".repeat(Math.max(0, columns - of(head)));
  }

  private static int width(int c) {
    return switch ((byte) Character.getType(c)) {
      // A variation selector can make the character before it an emoji, twice as wide.
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
          c == 0xfe0f || c == 0x20e3 ? 1 : 0;
      case Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    for (int[] range : WIDE) {
      if (c >= range[0] && c <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
