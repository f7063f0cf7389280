package dev.crosscheck.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws a picture at the end of a terminal's text, each time over the last one. Between two
 * drawings the cursor is seen, at the start of the row below: whatever becomes of this process, the
 * terminal can be used. Not safe for threads.
 */
final class Canvas {
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String UP = "\u001b[%dA";
  private static final String WIPE_BELOW = "\r\u001b[J";

  private final PrintStream out;
  private final boolean colours;
  private List<Line> drawn = List.of();

  Canvas(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  /**
   * Replaces the picture.
   *
   * @param staying printed in its place, above it; a long line wraps, as any text does
   * @param picture cut to the terminal: no row of it wraps, and all of it is on the screen
   */
  void draw(List<Line> staying, List<Line> picture, TerminalSize size) {
    List<Line> cut =
        picture.stream()
            .limit(size.rows() - 1L)
            .map(line -> line.within(size.columns() - 1))
            .toList();
    if (staying.isEmpty() && cut.equals(drawn)) {
      return;
    }
    StringBuilder text = new StringBuilder();
    Stream.concat(staying.stream(), cut.stream())
        .forEach(line -> text.append(line.render(colours)).append('\n'));
    boolean plain = drawn.isEmpty() && cut.isEmpty();
    out.print(plain ? text : HIDE_CURSOR + backToStart(size) + text + SHOW_CURSOR);
    out.flush();
    drawn = cut;
  }

  private String backToStart(TerminalSize size) {
    int above = rowsOfDrawn(size);
    return (above == 0 ? "" : String.format(UP, above)) + WIPE_BELOW;
  }

  /** A terminal that has become narrower since has wrapped the picture, as it does all text. */
  private int rowsOfDrawn(TerminalSize size) {
    return drawn.stream()
        .mapToInt(line -> Math.max(1, (line.columns() + size.columns() - 1) / size.columns()))
        .sum();
  }
}
