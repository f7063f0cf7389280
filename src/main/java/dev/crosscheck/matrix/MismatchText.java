package dev.crosscheck.matrix;

import dev.crosscheck.verdict.Mismatch;
import java.util.ArrayList;
import java.util.List;

/**
 * A mismatch as a person reads it, the same in every report: what, expected, actual, nearest,
 * evidence.
 */
public final class MismatchText {
  private MismatchText() {}

  /**
   * The lines of it; the first says what, the others are indented. No line holds a line break or a
   * control character: what was captured is not to be trusted.
   *
   * @param reports what evidence paths are put behind, such as {@code reports}; may be empty
   */
  public static List<String> lines(CellResult cell, Mismatch mismatch, String reports) {
    List<String> lines = new ArrayList<>();
    lines.add(
        printable(
            mismatch.what()
                + " on "
                + cell.cell().device()
                + mismatch.at().map(at -> " (expectation at " + at + ")").orElse("")));
    lines.add("  expected: " + printable(mismatch.expected()));
    lines.add("  actual:   " + printable(mismatch.actual()));
    mismatch.nearest().ifPresent(nearest -> lines.add("  nearest:  " + printable(nearest)));
    cell.stored().ifPresent(stored -> lines.add("  evidence: " + under(reports, stored.har())));
    return lines;
  }

  /** {@link #lines}, one below the other. */
  public static String of(CellResult cell, Mismatch mismatch, String reports) {
    return String.join("\n", lines(cell, mismatch, reports));
  }

  private static String under(String reports, String path) {
    return reports.isEmpty() ? path : reports + "/" + path;
  }

  /** The text with every control character written out, as in {@code \u001b}. */
  public static String printable(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                safe.append("\\n");
              } else if (isHarmless(c)) {
                safe.appendCodePoint(c);
              } else {
                safe.append(String.format("\\u%04x", c));
              }
            });
    return safe.toString();
  }

  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
