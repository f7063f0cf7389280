package dev.crosscheck.segment;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.HostPage;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.supply.Shortage;

/**
 * Puts a plugin onto a page of a customer: Segment's snippet and analytics.js from Segment's CDN,
 * the plugin registered by the page, or fetched by analytics.js as its settings say.
 */
public final class WebDeployer implements Deployer {
  private final WebBuilder builder;

  public WebDeployer(WebBuilder builder) {
    this.builder = builder;
  }

  @Override
  public Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin)
      throws Shortage, BuildFailed {
    WebBuild build = builder.build(plugin);
    WebAssets assets = builder.assets();
    HostAnswers host =
        new HostAnswers(
            HostDocument.of(assets, plugin, given, withPlugin),
            build.script(),
            assets.consentTools());
    CdnPlugin delivered = CdnPlugin.of(plugin, build);
    SegmentAnswers segment =
        new SegmentAnswers(assets, Settings.of(plugin, given, withPlugin, delivered), delivered);
    PartnerAnswers partner =
        new PartnerAnswers(given.before(plugin.partner().answers()), build.libraries());
    return new Deployment.WebPage(
        HostPage.ORIGIN, "/", new WebAnswers(plugin, host, segment, partner));
  }

  @Override
  public Facts facts(Plugin plugin, DeviceSpec device) throws Shortage, BuildFailed {
    WebBuild build = builder.build(plugin);
    return new Facts(
        build.sha256(), build.versions(), "analytics-next", builder.assets().version());
  }
}
