package dev.crosscheck.cli;

import dev.crosscheck.matrix.Outcome;

/** Exit codes; where several hold, the first of 2, 1, 3, 0 counts. */
final class ExitCode {
  static final int GREEN = Outcome.PASSED.exitCode();
  static final int FAILED = Outcome.FAILED.exitCode();

  /** A file or an option; said before anything is run. */
  static final int BAD_INPUT = 2;

  static final int NOT_JUDGED = Outcome.BROKEN.exitCode();

  private ExitCode() {}
}
