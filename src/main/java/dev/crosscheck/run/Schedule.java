package dev.crosscheck.run;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.run.Plan.PlannedCell;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.ToIntFunction;

/**
 * Which cell is next: of the devices with a free slot, one of that which has most left to do for
 * each of its slots, so that no device is left to work alone at the end. Safe for threads.
 */
final class Schedule {
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final ToIntFunction<DeviceSpec> slots;

  /**
   * @param cells in the order in which they are run on their devices
   * @param slots how many cells a device takes at once, as far as it is known; see {@link #changed}
   */
  Schedule(List<PlannedCell> cells, ToIntFunction<DeviceSpec> slots) {
    this.slots = slots;
    for (PlannedCell cell : cells) {
      lines.computeIfAbsent(cell.device().id(), id -> new Line(cell.device())).left.add(cell);
    }
  }

  /** Waits for a slot; empty once every cell has been given out. */
  synchronized Optional<PlannedCell> next() throws InterruptedException {
    while (lines.values().stream().anyMatch(Line::hasMore)) {
      Optional<Line> line = next(lines.values());
      if (line.isPresent()) {
        line.get().busy++;
        return Optional.of(line.get().left.remove());
      }
      wait();
    }
    return Optional.empty();
  }

  private static Optional<Line> next(Collection<Line> lines) {
    return lines.stream()
        .filter(Line::hasMore)
        .filter(Line::isFree)
        .max(Comparator.comparingDouble(Line::work));
  }

  /** The slot of a cell that was given out is free again. */
  synchronized void ended(PlannedCell cell) {
    Line line = lines.get(cell.device().id());
    if (line != null) {
      line.busy--;
    }
    notifyAll();
  }

  /** It has become known how many slots a device has. */
  synchronized void changed() {
    notifyAll();
  }

  /** The cells that wait for a device. */
  private final class Line {
    private final DeviceSpec device;
    private final Queue<PlannedCell> left = new ArrayDeque<>();
    private int busy;

    Line(DeviceSpec device) {
      this.device = device;
    }

    boolean hasMore() {
      return !left.isEmpty();
    }

    boolean isFree() {
      return busy < slots.applyAsInt(device)
          && lines.values().stream().noneMatch(other -> other != this && isKeptOffBy(other));
    }

    private boolean isKeptOffBy(Line other) {
      return other.busy > 0
          && (device.leadsItsMachine() && other.device.followsItsMachine()
              || other.device.leadsItsMachine() && device.followsItsMachine());
    }

    double work() {
      return (double) (left.size() + busy) / slots.applyAsInt(device);
    }
  }
}
