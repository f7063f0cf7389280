package dev.crosscheck.segment;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;

/** Leaves each SDK to the deployer of its platform, once the partner's own build has been run. */
public record DeployerByPlatform(OwnBuild build, Deployer web, Deployer android)
    implements Deployer {
  @Override
  public Deployment deploy(Plugin plugin, Sdk sdk, Given given, boolean withPlugin)
      throws Shortage, BuildFailed {
    build.make(plugin, sdk);
    return of(sdk).deploy(plugin, sdk, given, withPlugin);
  }

  @Override
  public Facts facts(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed {
    build.make(plugin, sdk);
    return of(sdk).facts(plugin, sdk);
  }

  private Deployer of(Sdk sdk) {
    return switch (sdk) {
      case ANALYTICS_NEXT -> web;
      case ANALYTICS_ANDROID, ANALYTICS_KOTLIN -> android;
    };
  }
}
