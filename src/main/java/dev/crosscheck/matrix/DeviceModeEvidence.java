package dev.crosscheck.matrix;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.verdict.DeviceModeSign;
import java.util.List;
import java.util.TreeSet;

/**
 * A reason to run a plugin on the device, and where it was seen.
 *
 * @param devices where, by their ids, in their order
 * @param cell one in which it was seen
 */
public record DeviceModeEvidence(DeviceModeSign sign, List<String> devices, CellId cell) {
  public DeviceModeEvidence {
    devices = List.copyOf(devices);
  }

  /** As one cell shows it. */
  public static DeviceModeEvidence of(DeviceModeSign sign, CellId cell) {
    return new DeviceModeEvidence(sign, List.of(cell.device()), cell);
  }

  /** With what another cell shows; the same in whatever order cells come. */
  public DeviceModeEvidence and(DeviceModeEvidence other) {
    TreeSet<String> all = new TreeSet<>(devices);
    all.addAll(other.devices);
    CellId first = cell.toString().compareTo(other.cell.toString()) <= 0 ? cell : other.cell;
    return new DeviceModeEvidence(sign, List.copyOf(all), first);
  }
}
