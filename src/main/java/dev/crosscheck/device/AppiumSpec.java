package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A phone that Appium drives, in which the host app is installed.
 *
 * @param server an Appium server that runs already, here or at a farm; without it one is started
 * @param capabilities go to that server as they are, before our own
 */
public record AppiumSpec(
    String id,
    SourceLocation at,
    Target target,
    Sdk sdk,
    Optional<URI> server,
    Map<String, Object> capabilities)
    implements DeviceSpec {
  /** A phone answers slower than a browser does. */
  private static final int SLOWER = 4;

  private static final Duration BOOT = Duration.ofMinutes(5);

  public AppiumSpec {
    capabilities = Map.copyOf(capabilities);
  }

  /** Which phone. */
  public sealed interface Target {
    /** {@code emulator} or {@code real}. */
    String kind();
  }

  /**
   * An Android emulator.
   *
   * @param avd the name of its virtual device; a farm may be asked by capabilities instead
   */
  public record Emulator(Optional<String> avd) implements Target {
    @Override
    public String kind() {
      return "emulator";
    }
  }

  /**
   * An Android phone.
   *
   * @param udid its serial number, as {@code adb devices} tells it; without it the only one there
   */
  public record RealAndroid(Optional<String> udid) implements Target {
    @Override
    public String kind() {
      return "real";
    }
  }

  /** Whether the server is ours, and the phone on this machine. */
  public boolean isLocal() {
    return server.isEmpty();
  }

  /** Whether it is said which app is installed there: no plugin's own is. */
  public boolean hasApp() {
    return capabilities.containsKey("appium:app");
  }

  @Override
  public String platform() {
    return sdk.platform();
  }

  @Override
  public String kind() {
    return target.kind();
  }

  @Override
  public Set<String> words() {
    return new LinkedHashSet<>(List.of(platform(), kind(), sdk.word(), id));
  }

  @Override
  public Duration deadline(Duration usual) {
    return usual.multipliedBy(SLOWER);
  }

  @Override
  public Duration starting() {
    return BOOT;
  }

  @Override
  public Optional<String> cannot(Scenario scenario) {
    return AppLimits.cannot(scenario, sdk).or(() -> PhoneLimits.cannot(scenario));
  }
}
