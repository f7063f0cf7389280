package dev.crosscheck.adapter.selenium;

import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.adapter.local.LocalFirefoxes;
import dev.crosscheck.adapter.local.LocalWebKits;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.Lab;
import dev.crosscheck.scenario.DeclaredAnswer;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.ScriptedBuilder;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A browser, what drives it, the recorder and analytics.js, all of them real. */
final class BrowserLab implements Lab {
  private final InstantSource clock = InstantSource.system();
  private final Supply supply = TestSupply.create();
  private final WebBuilder builder = new EsbuildBuilder(supply, Path.of(""));
  private final BrowserSpec usual;
  private final DeviceProvider provider;
  private final Runnable afterwards;
  private final Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(clock), clock);

  /** How a provider of this kind of browser is made. */
  private interface Making {
    DeviceProvider provider(Supply supply, InstantSource clock);
  }

  private BrowserLab(BrowserSpec usual, Making making) {
    this(usual, making, () -> {});
  }

  /**
   * @param afterwards is run once all is closed
   */
  private BrowserLab(BrowserSpec usual, Making making, Runnable afterwards) {
    this.usual = usual;
    this.provider = making.provider(supply, clock);
    this.afterwards = afterwards;
  }

  static BrowserLab chromium() {
    return new BrowserLab(
        Samples.CHROMIUM,
        (supply, clock) ->
            BrowserProvider.chromium(supply, new LocalDrivers(supply, clock), clock));
  }

  static BrowserLab firefox() {
    return new BrowserLab(
        Samples.FIREFOX,
        (supply, clock) ->
            BrowserProvider.firefox(supply, new LocalFirefoxes(supply, clock), clock));
  }

  static BrowserLab webkit() {
    return new BrowserLab(
        Samples.WEBKIT,
        (supply, clock) -> BrowserProvider.webkit(supply, new LocalWebKits(supply, clock), clock));
  }

  static BrowserLab wpe() {
    return new BrowserLab(
        Samples.WPE,
        (supply, clock) -> BrowserProvider.wpe(supply, new LocalWebKits(supply, clock), clock));
  }

  /** The Safari of a Mac, or of a simulator of it; the Mac is closed with it. */
  static BrowserLab safari(SafariMac mac, BrowserSpec spec) {
    return new BrowserLab(
        spec, (supply, clock) -> mac.provider(true, clock), mac::closeAsItWasBefore);
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  BrowserSpec usual() {
    return usual;
  }

  @Override
  public Device start() {
    return start(usual);
  }

  Device start(BrowserSpec spec) {
    return provider.start(spec, recorder.trust(), Visit.in(Duration.ofSeconds(60)));
  }

  @Override
  public Deployment working() {
    return deploy(Scripts.PARTNER);
  }

  @Override
  public Deployment hanging() {
    return deploy(
        Scripts.partnerAnd(
            """
            crosscheckPlugin.track = () => {
              fetch('https://api.partner.test/stuck', {method: 'POST', body: '{}'});
              return new Promise(() => {});
            };
            """));
  }

  Deployment deploy(String script) {
    return deploy(script, Given.NOTHING);
  }

  Deployment deploy(String script, Given given) {
    return deploy(Samples.plugin(), script, Map.of(), given, true);
  }

  Deployment deploy(
      Plugin plugin, String script, Map<String, Body> libraries, Given given, boolean withPlugin) {
    try {
      return new WebDeployer(new ScriptedBuilder(builder, script, libraries))
          .deploy(plugin, Samples.CHROMIUM, given, withPlugin);
    } catch (Shortage | BuildFailed e) {
      throw new AssertionError(e);
    }
  }

  /** The sample's partner, who also has a page at {@code shop.partner.test}. */
  static Plugin framed(String document) {
    Plugin plugin = Samples.plugin();
    DeclaredAnswer page =
        new DeclaredAnswer(
            new RequestPattern("GET", "shop.partner.test", "/"),
            200,
            List.of(
                new Header("Content-Type", "text/html"),
                new Header("Set-Cookie", "third=1; Secure; SameSite=None; HttpOnly; Path=/")),
            Body.of(document),
            Duration.ZERO);
    return new Plugin(
        plugin.name(),
        plugin.id(),
        plugin.at(),
        plugin.folder(),
        plugin.sha256(),
        plugin.writeKeySetting(),
        plugin.settings(),
        plugin.supports(),
        plugin.carries(),
        plugin.waivers(),
        new Partner(
            List.of("*.partner.test"),
            List.of(),
            List.of(page),
            plugin.partner().messages(),
            plugin.partner().settle()),
        plugin.web(),
        plugin.otherPlatforms());
  }

  @Override
  public void close() {
    provider.close();
    recorder.close();
    afterwards.run();
  }
}
