package dev.crosscheck.device;

import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Which WebDriverAgent drives a simulator or an iPhone. */
public final class AgentChoice {
  /** The first version whose simulators take a WebDriverAgent that is installed. */
  private static final int TAKES_PREBUILT = 17;

  /** The capabilities that lead the driver to another one than it takes by itself. */
  private static final Set<String> OTHERS =
      Set.of(
          "appium:prebuiltWDAPath",
          "appium:usePreinstalledWDA",
          "appium:usePrebuiltWDA",
          "appium:useXctestrunFile",
          "appium:updatedWDABundleId",
          "appium:webDriverAgentUrl",
          "appium:bootstrapPath",
          "appium:agentPath",
          "appium:derivedDataPath");

  private AgentChoice() {}

  /** The prebuilt one of this machine, where it is installed there. */
  public static Optional<Path> prebuilt(AppiumSpec spec, AppleTools apple) {
    return takesPrebuilt(spec) && apple.webDriverAgent() instanceof Presence.Here here
        ? Optional.of(here.file())
        : Optional.empty();
  }

  /**
   * The version of the one that drives it, as it calls itself; empty where that is not known: where
   * devices.yaml names another, and on an iPhone, where the driver takes one that runs already.
   */
  public static Optional<String> version(AppiumSpec spec, AppleTools apple) {
    if (takesPrebuilt(spec) && apple.webDriverAgent() instanceof Presence.Here here) {
      return here.version();
    }
    return isOurs(spec) ? Optional.of(apple.driversWebDriverAgent()) : Optional.empty();
  }

  /** Whether a prebuilt one of this machine would be installed there, if it has one. */
  static boolean takesPrebuilt(AppiumSpec spec) {
    return isOurs(spec)
        && ((AppiumSpec.Simulator) spec.target())
            .platformVersion()
            .map(version -> Integer.parseInt(version.split("\\.", -1)[0]) >= TAKES_PREBUILT)
            .orElse(true);
  }

  /** Whether it is a simulator on this machine for which devices.yaml names none. */
  private static boolean isOurs(AppiumSpec spec) {
    return spec.isLocal()
        && spec.target() instanceof AppiumSpec.Simulator
        && OTHERS.stream().noneMatch(spec.capabilities()::containsKey);
  }
}
