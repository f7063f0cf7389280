package dev.crosscheck.cli.terminal;

/**
 * Where a command tells what it does: lines that stay, and a picture below them. Safe for threads.
 */
public interface Screen extends AutoCloseable {
  void line(Line line);

  /** Shows a picture until {@link #close}; nothing where nobody watches. */
  void show(Picture picture);

  /** Takes the picture away, with every line told so far in its place. Lines may follow. */
  @Override
  void close();
}
