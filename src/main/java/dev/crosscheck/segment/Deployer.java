package dev.crosscheck.segment;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.supply.Shortage;
import java.util.Map;

/**
 * Makes plugins ready for one kind of device, or more. Slow once per plugin, quick after that; safe
 * for threads.
 */
public interface Deployer {

  /**
   * @param withPlugin false: the same page with everything but the plugin, to tell whose fault a
   *     step is that nobody acknowledged
   */
  Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin)
      throws Shortage, BuildFailed;

  /** What of the plugin is under test. */
  Facts facts(Plugin plugin, DeviceSpec device) throws Shortage, BuildFailed;

  /**
   * What was built, and the SDK it was built for.
   *
   * @param sha256 of the built plugin, lower-case hex
   * @param versions of the packages in it
   */
  record Facts(String sha256, Map<String, String> versions, String sdk, String sdkVersion) {
    public Facts {
      versions = Map.copyOf(versions);
    }
  }
}
