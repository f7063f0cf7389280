package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.run.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run is going to do: warnings about the files, devices that are missing, how much it is.
 */
final class PlanLines {
  private PlanLines() {}

  static List<Line> of(Plan plan) {
    List<Line> lines = new ArrayList<>();
    plan.findings().stream()
        .map(Finding::toString)
        .forEach(warning -> lines.addAll(Line.each(Ink.WARNING, warning)));
    plan.devices().stream()
        .filter(device -> !device.isAvailable())
        .forEach(device -> lines.add(missing(device)));
    lines.add(
        Line.of(
            Count.of(plan.cells().size(), "cell")
                + ": "
                + Count.of(plan.plugins().size(), "plugin")
                + ", "
                + Count.of(plan.scenarios().size(), "scenario")
                + ", "
                + Count.of(plan.devices().size(), "device")));
    return lines;
  }

  private static Line missing(DeviceColumn device) {
    return Line.of(
        Ink.WARNING,
        device.spec().id()
            + " is not available: "
            + device.reason().orElse("")
            + device.remedy().map(remedy -> " (" + remedy + ")").orElse(""));
  }
}
