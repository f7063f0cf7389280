package dev.crosscheck.evidence;

/**
 * One plugin, one scenario, one device.
 *
 * @param plugin the plugin's id, such as {@code mixpanel}
 * @param device the device's id, such as {@code chromium}
 * @param scenario the scenario's id, such as {@code mixpanel/order-completed}
 */
public record CellId(String plugin, String device, String scenario) {
  /** The last part of the scenario's id. */
  public String slug() {
    return scenario.substring(scenario.indexOf('/') + 1);
  }

  /** {@code device · plugin · scenario}, the name of the cell's test. */
  @Override
  public String toString() {
    return device + " · " + plugin + " · " + scenario;
  }
}
