package dev.crosscheck.cli.terminal;

import java.io.PrintStream;

/** Lines on a stream that nobody watches: a file, a pipe, the log of a CI job. */
public final class PrintedScreen implements Screen {
  private final PrintStream out;
  private final boolean colours;

  public PrintedScreen(PrintStream out, boolean colours) {
    this.out = out;
    this.colours = colours;
  }

  @Override
  public synchronized void line(Line line) {
    out.println(line.render(colours));
    out.flush();
  }

  @Override
  public void show(Picture picture) {}

  @Override
  public void close() {}
}
