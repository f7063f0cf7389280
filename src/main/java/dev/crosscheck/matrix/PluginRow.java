package dev.crosscheck.matrix;

import dev.crosscheck.scenario.Plugin;
import java.util.List;
import java.util.Map;

/**
 * A plugin under test.
 *
 * @param sha256 of what was built; empty until it has been
 * @param versions of the packages in it
 * @param deviceMode what speaks for running it on the device, as far as green cells show it
 */
public record PluginRow(
    Plugin plugin,
    String sha256,
    Map<String, String> versions,
    List<DeviceModeEvidence> deviceMode) {
  public PluginRow {
    versions = Map.copyOf(versions);
    deviceMode = List.copyOf(deviceMode);
  }

  /** One of which nothing is known yet. */
  public static PluginRow planned(Plugin plugin) {
    return new PluginRow(plugin, "", Map.of(), List.of());
  }
}
