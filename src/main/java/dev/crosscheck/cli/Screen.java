package dev.crosscheck.cli;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Where a run is shown: lines that stay and, on a terminal, one line below them that changes. Safe
 * for threads.
 */
final class Screen {
  private static final String WIPE = "\r\u001b[K";

  /** A status that is too long is cut at the edge instead of wrapped, which no wipe would undo. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private final boolean live;
  private final boolean colours;
  private Optional<Line> status = Optional.empty();

  /**
   * @param live there is a terminal, so a status line can be shown
   */
  Screen(PrintStream out, boolean live, boolean colours) {
    this.out = out;
    this.live = live;
    this.colours = colours;
  }

  boolean isLive() {
    return live;
  }

  synchronized void line(Line line) {
    wipe();
    out.println(line.render(colours));
    draw();
  }

  /** Shows what is going on, in place of what was shown before; nothing without a terminal. */
  synchronized void status(Line line) {
    if (live) {
      wipe();
      status = Optional.of(line);
      draw();
    }
  }

  /** Takes the status line away. */
  synchronized void clear() {
    wipe();
    status = Optional.empty();
    out.flush();
  }

  private void wipe() {
    if (status.isPresent()) {
      out.print(WIPE);
    }
  }

  private void draw() {
    status.ifPresent(line -> out.print(NO_WRAP + line.render(colours) + WRAP));
    out.flush();
  }
}
