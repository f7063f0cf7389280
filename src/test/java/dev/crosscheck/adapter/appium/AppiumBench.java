package dev.crosscheck.adapter.appium;

import dev.crosscheck.adapter.appium.pretended.AdbServer;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.android.options.UiAutomator2Options;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The real Appium server with its driver, and the real adb at a port of its own. */
final class AppiumBench implements AutoCloseable {
  private final LocalAppium appium;
  private final Endpoint endpoint;
  private final AdbServer adb;

  private AppiumBench(LocalAppium appium, Endpoint endpoint, AdbServer adb) {
    this.appium = appium;
    this.endpoint = endpoint;
    this.adb = adb;
  }

  /**
   * @param home a scratch folder for what adb and the driver keep in the user's
   * @param environment of the server, besides; {@code ANDROID_HOME}
   */
  static AppiumBench start(Path home, Map<String, String> environment) {
    Supply supply = TestSupply.create();
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(environment);
    all.put("HOME", home.toString());
    SystemAndroidSdk android = new SystemAndroidSdk(home, all, supply);
    LocalAppium appium = new LocalAppium(supply, android, all, InstantSource.system());
    try {
      Endpoint endpoint = appium.endpoint(spec());
      Path program = android.home().resolve("platform-tools").resolve("adb");
      return new AppiumBench(appium, endpoint, AdbServer.of(endpoint, program));
    } catch (Shortage e) {
      appium.close();
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  private static AppiumSpec spec() {
    return new AppiumSpec(
        "phone",
        Samples.AT,
        new AppiumSpec.RealAndroid(Optional.empty()),
        Sdk.ANALYTICS_ANDROID,
        Optional.empty(),
        Map.of());
  }

  AdbServer adb() {
    return adb;
  }

  /** A session on the device with this serial. */
  AndroidDriver session(String udid) {
    return session(new UiAutomator2Options().setUdid(udid));
  }

  AndroidDriver session(UiAutomator2Options options) {
    endpoint.capabilities().forEach(options::setCapability);
    appium
        .ended(endpoint)
        .ifPresent(
            how -> {
              throw new AssertionError("Appium has ended: " + how);
            });
    try {
      return new AndroidDriver(endpoint.webDriver().toURL(), options);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    adb.close();
    appium.close();
  }
}
