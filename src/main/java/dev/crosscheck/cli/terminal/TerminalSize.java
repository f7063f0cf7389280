package dev.crosscheck.cli.terminal;

/** A terminal's columns and rows. */
public record TerminalSize(int columns, int rows) {
  /** What is assumed of a terminal that does not tell. */
  public static final TerminalSize USUAL = new TerminalSize(80, 24);

  public TerminalSize {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a terminal of " + columns + " by " + rows);
    }
  }
}
