package dev.crosscheck.adapter.appium;

import dev.crosscheck.adapter.appium.pretended.AdbServer;
import dev.crosscheck.adapter.appium.pretended.ApkFile;
import dev.crosscheck.adapter.appium.pretended.PhoneModel;
import dev.crosscheck.adapter.appium.pretended.PretendedDevice;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.adapter.robolectric.EmbeddedPhone;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.AndroidCode;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Sdk;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phones behind the real Appium server, its real driver and the real adb. Their systems are
 * pretended; the app on them is the real one, on an embedded Android.
 */
final class PhoneLab implements AppLab {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";

  private final EmbeddedLab embedded;
  private final Sdk sdk;
  private final Path folder;
  private final AppiumProvider provider;
  private final LocalAppium servers;
  private final AdbServer adb;
  private final Strangers strangers = new Strangers();
  private final List<AutoCloseable> phones = new ArrayList<>();
  private final Path app;

  PhoneLab(EmbeddedLab embedded, Sdk sdk) {
    this.embedded = embedded;
    this.sdk = sdk;
    try {
      folder = Files.createTempDirectory("phones");
      Supply supply = TestSupply.create();
      SystemAndroidSdk android = new SystemAndroidSdk(folder, System.getenv(), supply);
      AppiumNeeds needs = new AppiumNeeds(supply, android);
      servers = new LocalAppium(supply, android, Map.of("HOME", folder.toString()), CLOCK);
      provider = new AppiumProvider(needs, android, servers, System.getenv(), CLOCK);
      AppiumSpec spec = spec("none");
      provider.prepare(spec);
      int port = (Integer) servers.endpoint(spec).capabilities().get("appium:adbPort");
      adb = AdbServer.at(android.home().resolve("platform-tools").resolve("adb"), port);
      app = ApkFile.write(folder.resolve("app.apk"), "dev.crosscheck.app");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private AppiumSpec spec(String serial) {
    return new AppiumSpec(
        "phone",
        Samples.AT,
        new AppiumSpec.RealAndroid(Optional.of(serial)),
        sdk,
        Optional.empty(),
        Map.of());
  }

  @Override
  public Recorder recorder() {
    return embedded.recorder();
  }

  @Override
  public Device start() {
    EmbeddedPhone phone = embedded.phone(List.of(LOCATION));
    PretendedDevice device = PretendedDevice.booted(PhoneModel.aPixel(), phone, 0, strangers);
    phones.add(device);
    phones.add(phone);
    return provider.start(
        spec(adb.connect(device)), recorder().trust(), Visit.in(Duration.ofSeconds(90)));
  }

  @Override
  public Deployment working() {
    return built(embedded.working());
  }

  @Override
  public Deployment hanging() {
    return built(embedded.hanging());
  }

  @Override
  public Deployment deploy(Given given, String factory) {
    return built(embedded.deploy(given, factory));
  }

  private Deployment built(Deployment deployment) {
    Deployment.AndroidApp whole = (Deployment.AndroidApp) deployment;
    return new Deployment.AndroidApp(
        whole.sdk(),
        new AndroidCode(List.of(app), whole.code().factory(), Map.of(), "00"),
        whole.plugin(),
        whole.writeKey(),
        whole.gate(),
        whole.integrations(),
        whole.late(),
        whole.answers());
  }

  /** Fails where anything was asked of a phone that the pretence does not know. */
  void assertNothingUnknown() {
    strangers.assertNothingUnknown();
  }

  @Override
  public void close() {
    provider.close();
    for (AutoCloseable phone : phones) {
      try {
        phone.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    adb.close();
    embedded.close();
  }
}
