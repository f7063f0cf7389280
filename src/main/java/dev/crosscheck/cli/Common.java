package dev.crosscheck.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class Common {
  @Option(names = "--no-color", description = "No colours, on a terminal either; so does NO_COLOR.")
  boolean noColor;

  @Option(
      names = "--debug",
      description = "Logs of the libraries, and stack traces; so does CROSSCHECK_DEBUG.")
  boolean debug;

  boolean wantsDebug(Shell shell) {
    return debug || !shell.environment().getOrDefault("CROSSCHECK_DEBUG", "").isEmpty();
  }

  void applyLogging(Shell shell) {
    if (wantsDebug(shell)) {
      Logging.speak();
    }
  }
}
