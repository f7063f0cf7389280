package dev.crosscheck.run;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a user wrote, read and found to be without errors.
 *
 * @param scenarios each plugin's own, by plugin id, in the order of their files
 * @param conformance those that are for every plugin, with each plugin's names in them, by plugin
 *     id
 * @param findings warnings
 */
public record Project(
    List<Plugin> plugins,
    Map<String, List<Scenario>> scenarios,
    Map<String, List<Scenario>> conformance,
    List<DeviceSpec> devices,
    Suite suite,
    List<Finding> findings) {
  public Project {
    plugins = List.copyOf(plugins);
    scenarios = Map.copyOf(scenarios);
    conformance = Map.copyOf(conformance);
    devices = List.copyOf(devices);
    findings = List.copyOf(findings);
  }

  /** Without scenarios that are for every plugin. */
  public Project(
      List<Plugin> plugins,
      Map<String, List<Scenario>> scenarios,
      List<DeviceSpec> devices,
      Suite suite,
      List<Finding> findings) {
    this(plugins, scenarios, Map.of(), devices, suite, findings);
  }

  /** A plugin's own scenarios, then those that are for every plugin. */
  List<Scenario> scenariosFor(Plugin plugin) {
    return Stream.of(scenarios, conformance)
        .flatMap(some -> some.getOrDefault(plugin.id(), List.of()).stream())
        .toList();
  }
}
