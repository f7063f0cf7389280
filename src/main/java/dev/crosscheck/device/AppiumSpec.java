package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An Android emulator or a real device, driven by Appium.
 *
 * @param server an Appium server that runs already, such as a farm's; empty where one is started
 *     here
 * @param capabilities what is asked of the server besides what we ask ourselves
 */
public record AppiumSpec(
    String id,
    SourceLocation at,
    Target target,
    Sdk sdk,
    Optional<URI> server,
    Map<String, Object> capabilities)
    implements DeviceSpec {

  public AppiumSpec {
    capabilities = Map.copyOf(capabilities);
  }

  /** What is driven. */
  public sealed interface Target {}

  /**
   * An emulator.
   *
   * @param avd the name of its Android Virtual Device, such as {@code Pixel_8_API_34}
   */
  public record Emulator(String avd) implements Target {}

  /**
   * A device that somebody holds in their hand.
   *
   * @param udid as {@code adb devices} shows it; empty for the only one there is
   */
  public record RealAndroid(Optional<String> udid) implements Target {}

  @Override
  public String platform() {
    return "android";
  }

  @Override
  public String kind() {
    return target instanceof Emulator ? "emulator" : "real";
  }

  @Override
  public Set<String> words() {
    return new LinkedHashSet<>(List.of("android", kind(), sdk.word(), id));
  }

  @Override
  public Optional<String> cannot(Scenario scenario) {
    return AppLimits.cannot(scenario, sdk);
  }
}
