package dev.crosscheck.cli;

import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a run amounts to.
 *
 * @param code 0 all green, 1 a cell failed, 3 something could not be judged; 2, bad input, comes
 *     before any run
 * @param shortfalls why a run that shows no failure is not green either, apart from broken cells
 */
public record Outcome(int code, List<String> shortfalls) {
  static final int GREEN = 0;
  static final int FAILED = 1;
  static final int BAD_INPUT = 2;
  static final int NOT_JUDGED = 3;

  public Outcome {
    shortfalls = List.copyOf(shortfalls);
  }

  /**
   * @param wanted ids of devices without which the run counts for nothing
   */
  public static Outcome of(Matrix matrix, Collection<String> wanted) {
    List<String> shortfalls = new ArrayList<>();
    wanted.stream().distinct().forEach(id -> shortfall(matrix, id).ifPresent(shortfalls::add));
    if (matrix.run().interrupted()) {
      shortfalls.add("the run was interrupted");
    } else if (matrix.cells().size() < matrix.planned()) {
      int open = matrix.planned() - matrix.cells().size();
      shortfalls.add(Count.of(open, "cell") + " did not finish");
    }
    if (!matrix.judgedAnything()) {
      shortfalls.add("nothing was judged");
    }
    boolean whole = shortfalls.isEmpty() && count(matrix, "broken") == 0;
    return new Outcome(
        count(matrix, "failed") > 0 ? FAILED : whole ? GREEN : NOT_JUDGED, shortfalls);
  }

  private static int count(Matrix matrix, String verdict) {
    return matrix.summary().getOrDefault(verdict, 0);
  }

  private static Optional<String> shortfall(Matrix matrix, String id) {
    Optional<DeviceColumn> column =
        matrix.devices().stream().filter(device -> device.spec().id().equals(id)).findFirst();
    if (column.isEmpty()) {
      return Optional.of("device '" + id + "' was not part of this run");
    }
    return column.get().reason().map(why -> "device '" + id + "' is not available: " + why);
  }
}
