package dev.crosscheck.cli;

import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Why a run in which nothing failed is not green either, apart from broken cells. */
public final class Shortfalls {
  private Shortfalls() {}

  /**
   * In words, one for each reason.
   *
   * @param wanted ids of devices without which the run counts for nothing
   */
  public static List<String> of(Matrix matrix, Collection<String> wanted) {
    List<String> shortfalls = new ArrayList<>();
    wanted.stream().distinct().forEach(id -> missing(matrix, id).ifPresent(shortfalls::add));
    if (matrix.run().interrupted()) {
      shortfalls.add("the run was interrupted");
    } else if (matrix.cells().size() < matrix.planned()) {
      int open = matrix.planned() - matrix.cells().size();
      shortfalls.add(Count.of(open, "cell") + " did not finish");
    }
    if (!matrix.judgedAnything()) {
      shortfalls.add("nothing was judged");
    }
    return shortfalls;
  }

  private static Optional<String> missing(Matrix matrix, String id) {
    Optional<DeviceColumn> column =
        matrix.devices().stream().filter(device -> device.spec().id().equals(id)).findFirst();
    if (column.isEmpty()) {
      return Optional.of("device '" + id + "' was not part of this run");
    }
    return column.get().reason().map(why -> "device '" + id + "' is not available: " + why);
  }
}
