package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.AppleTools;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A phone that Appium drives, in which the host app is installed.
 *
 * @param server an Appium server that runs already, here or at a farm; without it one is started
 * @param capabilities go to that server as they are, before our own: as JSON has them, with {@link
 *     SecretText} where variables stand in a text
 */
public record AppiumSpec(
    String id,
    SourceLocation at,
    Target target,
    Sdk sdk,
    Optional<SecretText> server,
    Map<String, Object> capabilities)
    implements DeviceSpec {
  /** A phone answers slower than a browser does. */
  private static final int SLOWER = 4;

  private static final String ELSEWHERE =
      "its network is that of the server that 'appium' names: what goes round the proxy is not seen";

  static final Duration BOOT = Duration.ofMinutes(5);

  public AppiumSpec {
    capabilities = Map.copyOf(capabilities);
  }

  /** Which phone. */
  public sealed interface Target {
    /** {@code emulator}, {@code simulator} or {@code real}. */
    String kind();

    /** Why its way out is not closed, at this machine; empty where it is. */
    Optional<String> notClosed();
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

    @Override
    public Optional<String> notClosed() {
      return Optional.empty();
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

    @Override
    public Optional<String> notClosed() {
      return Optional.of("its network is its own: what goes round the system's proxy is not seen");
    }
  }

  /**
   * An iOS simulator: one that is there, or one that is made for the run.
   *
   * @param deviceName as Xcode calls it, such as {@code iPhone 16}; a farm may be asked by
   *     capabilities instead
   * @param platformVersion of iOS, such as {@code 18.2}; without it Xcode's own
   * @param udid of one that is there, where its name does not tell it from others
   * @param fresh it is made when it is started, and deleted when it ends
   */
  public record Simulator(
      Optional<String> deviceName,
      Optional<String> platformVersion,
      Optional<String> udid,
      boolean fresh)
      implements Target {
    /** As Apple's tools are asked for it. */
    AppleTools.Wanted wanted() {
      return new AppleTools.Wanted(deviceName, platformVersion, udid, fresh);
    }

    @Override
    public String kind() {
      return "simulator";
    }

    @Override
    public Optional<String> notClosed() {
      return Optional.of(
          "its network is its Mac's: what goes round the app's own sessions is not seen");
    }
  }

  /**
   * An iPhone or iPad.
   *
   * @param udid as Xcode tells it; without it the only one there
   */
  public record RealIos(Optional<String> udid) implements Target {
    @Override
    public String kind() {
      return "real";
    }

    @Override
    public Optional<String> notClosed() {
      return Optional.of(
          "its network is its own: what goes round the app's own sessions is not seen");
    }
  }

  /** The variables of the environment without which it cannot be asked for. */
  public Set<String> variables() {
    Set<String> names = new TreeSet<>(SecretText.variables(capabilities));
    server.ifPresent(text -> names.addAll(SecretText.variables(text)));
    return names;
  }

  /** Where that server is, with the variables' values; empty where they make no address. */
  public Optional<URI> address(Map<String, String> environment) {
    return server.flatMap(text -> address(text.in(environment)));
  }

  /** Where a server is; empty where the text is no address of one. */
  public static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return Optional.of(address).filter(uri -> isWeb && uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The capabilities with the variables' values. */
  public Map<String, Object> capabilities(Map<String, String> environment) {
    Map<String, Object> all = new HashMap<>();
    capabilities.forEach((name, value) -> all.put(name, SecretText.in(environment, value)));
    return all;
  }

  /** Whether the server is ours, and the phone on this machine. */
  public boolean isLocal() {
    return server.isEmpty();
  }

  /** Whether it is a simulator or an iPhone. */
  public boolean isIos() {
    return platform().equals("ios");
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
  public boolean isLedByItsApp() {
    return isIos();
  }

  /** A simulator has its Mac's network. */
  @Override
  public boolean followsItsMachine() {
    return isLocal() && target instanceof Simulator;
  }

  /** A server that is not ours has a network that is not ours, whatever the device. */
  @Override
  public Optional<String> notClosed() {
    return isLocal() ? target.notClosed() : Optional.of(ELSEWHERE);
  }

  @Override
  public Duration starting() {
    return BOOT;
  }

  @Override
  public Optional<String> cannot(Scenario scenario) {
    return AppLimits.cannot(scenario, sdk).or(() -> PhoneLimits.cannot(scenario, target));
  }
}
