package dev.crosscheck.segment;

import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Deployment.MobileApp.Gate;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;
import java.util.Map;
import java.util.Optional;

/** Puts a plugin into an Android app that embeds one of Segment's SDKs. */
public final class MobileDeployer implements Deployer {
  private final MobileBuilder builder;

  public MobileDeployer(MobileBuilder builder) {
    this.builder = builder;
  }

  @Override
  public Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin)
      throws Shortage, BuildFailed {
    Sdk sdk = device.sdk();
    AppCode code = builder.build(plugin, sdk);
    return new Deployment.MobileApp(
        sdk,
        code,
        plugin.name(),
        WebAssets.WRITE_KEY,
        gate(plugin, sdk, given, withPlugin),
        given.integrations(),
        given.middleware(),
        Optional.empty(),
        new AppAnswers(
            plugin,
            Settings.ofApp(plugin, given, withPlugin),
            new PartnerAnswers(given.before(plugin.partner().answers()), Map.of())));
  }

  private static Gate gate(Plugin plugin, Sdk sdk, Given given, boolean withPlugin) {
    if (!withPlugin) {
      return Gate.NONE;
    }
    return given.shutsOff(plugin, sdk) ? Gate.SHUT : Gate.OPEN;
  }

  @Override
  public Facts facts(Plugin plugin, DeviceSpec device) throws Shortage, BuildFailed {
    Sdk sdk = device.sdk();
    AppCode code = builder.build(plugin, sdk);
    return new Facts(code.sha256(), code.versions(), sdk.word(), builder.version(sdk));
  }
}
