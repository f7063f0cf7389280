package dev.crosscheck.run;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import java.util.Optional;

/** Which rows of a scenario are asked of a plugin on a device. */
final class Standings {
  private Standings() {}

  /** The scenario with the rows that the device has nothing like left out, each with its reason. */
  static Scenario of(Scenario scenario, DeviceSpec device) {
    return scenario.withRows(
        row -> device.cannot(scenario.alone(row)).map(row::skipped).orElse(row));
  }

  /** Why no row is left; empty where there are some, or none was meant to be. */
  static Optional<String> noneLeft(Scenario scenario) {
    boolean asked =
        scenario.rows().stream()
            .anyMatch(row -> row.standing().kind() != Row.Standing.Kind.SKIPPED);
    return asked || scenario.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(scenario.rows().get(0).standing().reason());
  }
}
