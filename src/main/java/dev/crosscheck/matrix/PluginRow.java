package dev.crosscheck.matrix;

import dev.crosscheck.scenario.Plugin;
import java.util.Map;

/**
 * A plugin under test.
 *
 * @param sha256 of what was built; empty until it has been
 * @param versions of the packages in it
 */
public record PluginRow(Plugin plugin, String sha256, Map<String, String> versions) {
  public PluginRow {
    versions = Map.copyOf(versions);
  }
}
