package dev.crosscheck.matrix;

import dev.crosscheck.verdict.Verdict;
import java.util.Set;

/** What a run as a whole came to, and the exit code that says so. Bad input (2) never gets here. */
public enum Outcome {
  PASSED(0),
  FAILED(1),
  /** Broken cells, nothing judged, stopped early, or a device that had to be there was not. */
  BROKEN(3);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /**
   * @param needed ids of devices that were asked for by name and so must be available
   */
  public static Outcome of(Matrix matrix, Set<String> needed) {
    if (matrix.cells().stream().anyMatch(cell -> cell.verdict() instanceof Verdict.Failed)) {
      return FAILED;
    }
    boolean broken =
        matrix.cells().stream().anyMatch(cell -> cell.verdict() instanceof Verdict.Broken);
    boolean unfinished = matrix.run().interrupted() || matrix.cells().size() < matrix.planned();
    boolean without =
        needed.stream()
            .anyMatch(
                id ->
                    matrix.devices().stream()
                        .noneMatch(
                            device -> device.spec().id().equals(id) && device.isAvailable()));
    return broken || unfinished || without || !matrix.judgedAnything() ? BROKEN : PASSED;
  }
}
