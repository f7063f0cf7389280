package dev.crosscheck.run;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run is going to do; made without running anything. */
public record Plan(
    RunFacts run,
    List<Plugin> plugins,
    List<Scenario> scenarios,
    List<DeviceColumn> devices,
    List<PlannedCell> cells,
    Suite suite,
    List<Finding> findings) {

  /**
   * A cell to come.
   *
   * @param skip why it will not be run; empty if it will
   */
  public record PlannedCell(
      CellId id, Plugin plugin, Scenario scenario, DeviceSpec device, Optional<String> skip) {}

  public Plan {
    plugins = List.copyOf(plugins);
    scenarios = List.copyOf(scenarios);
    devices = List.copyOf(devices);
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
  }

  /** The same with more warnings. */
  public Plan warning(List<Finding> more) {
    List<Finding> all = Stream.concat(findings.stream(), more.stream()).toList();
    return new Plan(run, plugins, scenarios, devices, cells, suite, all);
  }
}
