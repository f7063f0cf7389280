package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules {@code DuplicatePlugin} and {@code DuplicateScenario}: a name tells which is meant. */
final class DuplicateNames {
  private DuplicateNames() {}

  static void check(List<PluginReader.PluginRead> read, Findings findings) {
    Map<String, SourceLocation> plugins = new HashMap<>();
    for (PluginReader.PluginRead each : read) {
      each.plugin().ifPresent(plugin -> plugin(plugin, plugins, findings));
      Map<String, SourceLocation> titles = new HashMap<>();
      each.scenarios().forEach(scenario -> scenario(scenario, titles, findings));
    }
  }

  private static void plugin(Plugin plugin, Map<String, SourceLocation> seen, Findings findings) {
    SourceLocation first = seen.putIfAbsent(plugin.name(), plugin.at());
    if (first != null) {
      findings.error(
          Rule.DUPLICATE_PLUGIN,
          plugin.at(),
          "a second plugin '" + Shown.of(plugin.name()) + "'",
          "the first is in " + first.file());
    }
  }

  private static void scenario(
      Scenario scenario, Map<String, SourceLocation> seen, Findings findings) {
    SourceLocation first = seen.putIfAbsent(scenario.title(), scenario.at());
    if (first != null) {
      findings.error(
          Rule.DUPLICATE_SCENARIO,
          scenario.at(),
          "a second scenario '" + Shown.of(scenario.title()) + "'",
          "the first is in " + first.file());
    }
  }
}
