package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import java.util.Optional;
import java.util.Set;

/** An entry of devices.yaml. */
public sealed interface DeviceSpec permits BrowserSpec {
  String id();

  SourceLocation at();

  /** {@code web}, {@code android} or {@code ios}. */
  String platform();

  /** {@code browser}, {@code emulator}, {@code simulator}, {@code jvm} or {@code real}. */
  String kind();

  /**
   * The words by which {@code differs:} may speak of it: platform, kind, engine, SDK and id, the
   * most specific last.
   */
  Set<String> words();

  /**
   * What keeps such a device from performing a scenario, or from seeing what it speaks of; empty
   * where nothing does. No claim is made about what cannot be seen.
   */
  default Optional<String> cannot(Scenario scenario) {
    return Optional.empty();
  }
}
