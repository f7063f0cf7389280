package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** An entry of devices.yaml. */
public sealed interface DeviceSpec permits AppiumSpec, BrowserSpec, EmbeddedSpec {
  String id();

  SourceLocation at();

  /** {@code web}, {@code android} or {@code ios}. */
  String platform();

  /** The Segment SDK that it runs. */
  Sdk sdk();

  /** {@code browser}, {@code emulator}, {@code simulator}, {@code jvm} or {@code real}. */
  String kind();

  /**
   * The words by which {@code differs:} may speak of it: platform, kind, engine, SDK and id, the
   * most specific last.
   */
  Set<String> words();

  /**
   * The longest that any one thing is waited for on it, where a scenario says nothing else (truth
   * 4).
   *
   * @param usual for browsers
   */
  default Duration deadline(Duration usual) {
    return usual;
  }

  /**
   * Whether its app alone leads its traffic to a recording: the network of the device is not ours.
   */
  default boolean isLedByItsApp() {
    return false;
  }

  /**
   * Whether it can be led to a recording only with all else on its machine that {@linkplain
   * #followsItsMachine follows}: none of these is at work beside it.
   */
  default boolean leadsItsMachine() {
    return false;
  }

  /** Whether what it sends goes where its machine's own settings lead. */
  default boolean followsItsMachine() {
    return false;
  }

  /**
   * Why its way out is not closed, in words that go after <i>not closed</i>; empty where all that
   * it sends goes through a recording of ours (truth 7).
   */
  Optional<String> notClosed();

  /** What a plugin is built for: devices with the same word share what was built. */
  default String build() {
    return sdk().word() + " " + kind();
  }

  /** The longest that such a device may take to start. */
  default Duration starting() {
    return Duration.ofSeconds(60);
  }

  /**
   * What keeps such a device from performing a scenario, or from seeing what it speaks of; empty
   * where nothing does. No claim is made about what cannot be seen.
   */
  default Optional<String> cannot(Scenario scenario) {
    return Optional.empty();
  }
}
