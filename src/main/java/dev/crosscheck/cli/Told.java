package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.cli.terminal.PrintedScreen;
import dev.crosscheck.cli.terminal.Screen;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.RunListener;
import java.io.PrintStream;
import java.nio.file.Path;

/** A run told in lines, on a stream that nobody watches: for the way in through JUnit. */
public final class Told {
  private final Screen screen;

  private Told(PrintStream out) {
    this.screen = new PrintedScreen(out, false);
  }

  public static Told on(PrintStream out) {
    return new Told(out);
  }

  /** What is being installed or fetched. */
  public void announce(String text) {
    Line.each(Ink.PLAIN, text).forEach(screen::line);
  }

  /** A line for each cell as it finishes. */
  public RunListener progress() {
    return new Progress(screen);
  }

  /** Everything that is not green, the totals, and where the report is. */
  public void summary(Matrix matrix, Path reports) {
    new Summary(matrix, reports.toString()).lines().forEach(screen::line);
  }
}
