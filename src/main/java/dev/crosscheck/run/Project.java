package dev.crosscheck.run;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.util.List;
import java.util.Map;

/**
 * All that a user wrote, read and found to be without errors.
 *
 * @param scenarios each plugin's own, by plugin id, in the order of their files
 * @param findings warnings
 */
public record Project(
    List<Plugin> plugins,
    Map<String, List<Scenario>> scenarios,
    List<DeviceSpec> devices,
    Suite suite,
    List<Finding> findings) {
  public Project {
    plugins = List.copyOf(plugins);
    scenarios = Map.copyOf(scenarios);
    devices = List.copyOf(devices);
    findings = List.copyOf(findings);
  }
}
