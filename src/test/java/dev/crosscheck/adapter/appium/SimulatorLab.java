package dev.crosscheck.adapter.appium;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.appium.pretended.apple.Mac;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.adapter.supply.SystemAppleTools;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.Lab;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.MobileBuilder;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The real Appium server and its real XCUITest driver, and simulators of a pretended Mac behind
 * them, on which a stand-in for the host app runs.
 */
public final class SimulatorLab implements Lab {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Strangers strangers = new Strangers();
  private final Path folder;
  private final Mac mac;
  private final AppiumProvider provider;
  private final Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK);
  private final Path app;

  public SimulatorLab() {
    try {
      Supply supply = TestSupply.create();
      folder = Files.createTempDirectory("simulators");
      mac = Mac.in(folder, supply.program(Program.NODE), strangers);
      app = Mac.app(folder.resolve("Crosscheck.app"));
      Map<String, String> environment = new HashMap<>(System.getenv());
      environment.putAll(mac.environment());
      SystemAndroidSdk android = new SystemAndroidSdk(folder, environment, supply);
      SystemAppleTools apple = SystemAppleTools.onMac(environment);
      provider =
          new AppiumProvider(
              new AppiumNeeds(supply, android, apple),
              android,
              apple,
              new LocalAppium(supply, android, environment, CLOCK),
              environment,
              CLOCK);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  public Mac mac() {
    return mac;
  }

  public DeviceProvider provider() {
    return provider;
  }

  /** The app as a simulator gets it. */
  public Path app() {
    return app;
  }

  /** One that is there. */
  public static AppiumSpec spec(String id, String udid) {
    return spec(
        id, new AppiumSpec.Simulator(Optional.empty(), Optional.empty(), Optional.of(udid), false));
  }

  static AppiumSpec spec(String id, AppiumSpec.Target target) {
    return new AppiumSpec(id, Samples.AT, target, Sdk.ANALYTICS_SWIFT, Optional.empty(), Map.of());
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public Device start() {
    return start(spec("iphone-16", mac.simulator("iPhone 16", "18.2").udid()), PATIENCE);
  }

  Device start(AppiumSpec spec, Duration patience) {
    try {
      provider.prepare(spec);
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
    return provider.start(spec, recorder.trust(), Visit.in(patience));
  }

  @Override
  public Deployment working() {
    try {
      return new MobileDeployer(new Built(app))
          .deploy(plugin(), spec("iphone-16", "any"), Given.NOTHING, true);
    } catch (Shortage | BuildFailed e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** The same one: it blocks in an event of that name. */
  @Override
  public Deployment hanging() {
    return working();
  }

  private static Plugin plugin() {
    IosPlugin part =
        new IosPlugin(
            Sdk.ANALYTICS_SWIFT, "Partner", Optional.of("ios"), List.of(), Optional.empty());
    return Samples.plugin(new IosPart(Optional.empty(), List.of(part)));
  }

  private record Built(Path app) implements MobileBuilder {
    @Override
    public String version(Sdk sdk) {
      return "";
    }

    @Override
    public AppCode build(Plugin plugin, Sdk sdk) {
      return new AppCode(List.of(app), "Partner", Map.of(), "00");
    }
  }

  /** Fails where anything was asked of the Mac or a simulator that the pretence does not know. */
  public void assertNothingUnknown() {
    strangers.assertNothingUnknown();
  }

  @Override
  public void close() {
    provider.close();
    recorder.close();
    mac.close();
  }
}
