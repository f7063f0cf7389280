package dev.crosscheck.segment;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.supply.Shortage;

/**
 * Leaves each device to the deployer of its kind, once the partner's own build has been run.
 *
 * @param phones for apps that have been built, on emulators and phones
 */
public record DeployerByPlatform(OwnBuild build, Deployer web, Deployer embedded, Deployer phones)
    implements Deployer {
  @Override
  public Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin)
      throws Shortage, BuildFailed {
    build.make(plugin, device.sdk());
    return of(device).deploy(plugin, device, given, withPlugin);
  }

  @Override
  public Facts facts(Plugin plugin, DeviceSpec device) throws Shortage, BuildFailed {
    build.make(plugin, device.sdk());
    return of(device).facts(plugin, device);
  }

  private Deployer of(DeviceSpec device) {
    if (device instanceof BrowserSpec) {
      return web;
    } else if (device instanceof EmbeddedSpec) {
      return embedded;
    } else if (device instanceof AppiumSpec) {
      return phones;
    }
    throw new IllegalArgumentException("nothing is built for '" + device.id() + "'");
  }
}
