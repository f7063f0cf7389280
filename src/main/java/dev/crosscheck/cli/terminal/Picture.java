package dev.crosscheck.cli.terminal;

import java.util.List;

/** What is shown below the lines that stay, and changes while they do not. */
public interface Picture {
  /** As it is now. Called on the thread that draws; what does not fit is cut. */
  List<Line> lines(TerminalSize size);
}
