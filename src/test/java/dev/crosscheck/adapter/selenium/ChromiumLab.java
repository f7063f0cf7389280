package dev.crosscheck.adapter.selenium;

import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.scenario.DeclaredAnswer;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.ScriptedBuilder;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Chromium, chromedriver, the recorder and analytics.js, all of them real. */
final class ChromiumLab implements AutoCloseable {
  private final InstantSource clock = InstantSource.system();
  private final Supply supply = TestSupply.create();
  private final WebBuilder builder = new EsbuildBuilder(supply, Path.of(""));
  private final LocalDrivers drivers = new LocalDrivers(supply, clock);
  private final ChromiumProvider provider = new ChromiumProvider(supply, drivers, clock);
  private final Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(clock), clock);

  Recorder recorder() {
    return recorder;
  }

  ChromiumProvider provider() {
    return provider;
  }

  Device start(BrowserSpec spec) {
    return provider.start(spec, recorder.trust(), Visit.in(Duration.ofSeconds(60)));
  }

  /** The browser's process alone; the caller closes it. */
  Chromium browser(BrowserSpec spec) {
    try {
      return Chromium.start(
          drivers.endpoint(spec),
          spec,
          supply.program(Program.CHROMIUM),
          recorder.trust(),
          Visit.in(Duration.ofSeconds(60)));
    } catch (Shortage e) {
      throw new AssertionError(e);
    }
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
          .deploy(plugin, given, withPlugin);
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
  }
}
