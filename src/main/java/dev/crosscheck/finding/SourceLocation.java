package dev.crosscheck.finding;

/**
 * A place in a file that a user wrote. Lines and columns start at 1; both are 0 where only the file
 * is known.
 */
public record SourceLocation(String file, int line, int column) {
  public SourceLocation {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("negative position in '" + file + "'");
    }
  }

  /** The whole of a file. */
  public static SourceLocation of(String file) {
    return new SourceLocation(file, 0, 0);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
