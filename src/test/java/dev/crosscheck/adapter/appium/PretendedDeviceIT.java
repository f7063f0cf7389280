package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.pretended.AdbServer;
import dev.crosscheck.adapter.appium.pretended.PhoneModel;
import dev.crosscheck.adapter.appium.pretended.PretendedDevice;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.adapter.robolectric.EmbeddedPhone;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.CallJson;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import io.appium.java_client.AppiumBy;
import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.android.options.UiAutomator2Options;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;

/**
 * The way from java-client through the real Appium server, its real driver and the real adb to a
 * device that is pretended, and an app that is not.
 */
class PretendedDeviceIT {
  private static final String APP = "dev.crosscheck.app";
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";

  @TempDir private static Path folder;
  private static EmbeddedLab lab;
  private static LocalAppium appium;
  private static Endpoint endpoint;
  private static AdbServer adb;
  private static EmbeddedPhone phone;

  private final Strangers strangers = new Strangers();

  @BeforeAll
  static void start() throws Exception {
    Supply supply = TestSupply.create();
    lab = EmbeddedLab.android();
    SystemAndroidSdk android = new SystemAndroidSdk(folder, System.getenv(), supply);
    appium =
        new LocalAppium(supply, android, Map.of("HOME", folder.toString()), InstantSource.system());
    endpoint =
        appium.endpoint(
            new AppiumSpec(
                "phone",
                Samples.AT,
                new AppiumSpec.RealAndroid(Optional.empty()),
                Sdk.ANALYTICS_ANDROID,
                Optional.empty(),
                Map.of()));
    int port = (Integer) endpoint.capabilities().get("appium:adbPort");
    adb = AdbServer.at(android.home().resolve("platform-tools").resolve("adb"), port);
    phone = lab.phone(List.of(LOCATION));
  }

  @AfterAll
  static void end() {
    phone.close();
    adb.close();
    appium.close();
    lab.close();
  }

  @AfterEach
  void nothingWasUnknown() {
    strangers.assertNothingUnknown();
  }

  @Test
  void anEventOfARealAppComesThroughTheProxyOfAnEmulator() throws Exception {
    try (PretendedDevice device = emulator(phone);
        Recording recording = record()) {
      AndroidDriver driver = session(adb.announce(device));
      try {
        shell(driver, "am", "force-stop", APP);
        shell(driver, "pm", "clear", APP);
        shell(driver, "settings", "put", "global", "http_proxy", "10.0.2.2:" + port(recording));
        link(driver, startLink());
        String state = awaitState(driver, "\"ready\":true");
        link(driver, track("Signed Up"));
        assertThat(state).contains("\"taken\":[]");
        assertThat(awaitState(driver, "messageId")).contains("\"number\":0");
        assertThat(sent(recording, "POST api.partner.test/track")).contains("Signed Up");
        assertThat(driver.getScreenshotAs(OutputType.BYTES)).hasSizeGreaterThan(1_000);
        shell(driver, "settings", "delete", "global", "http_proxy");
      } finally {
        driver.quit();
      }
    }
  }

  private static PretendedDevice emulator(EmbeddedPhone phone, Strangers strangers) {
    return PretendedDevice.booted(PhoneModel.anEmulator(), phone, 0, strangers);
  }

  private PretendedDevice emulator(EmbeddedPhone phone) {
    return emulator(phone, strangers);
  }

  private static Recording record() {
    return lab.recorder().open("a phone", app().answers(), Reach.LOOPBACK);
  }

  private static int port(Recording recording) {
    return recording.address().port();
  }

  private static Deployment.AndroidApp app() {
    return (Deployment.AndroidApp) lab.working();
  }

  private static AndroidDriver session(String udid) throws Exception {
    UiAutomator2Options options = new UiAutomator2Options().setUdid(udid);
    endpoint.capabilities().forEach(options::setCapability);
    return new AndroidDriver(endpoint.webDriver().toURL(), options);
  }

  private static String shell(AndroidDriver driver, String command, String... arguments) {
    return String.valueOf(
        driver.executeScript(
            "mobile: shell", Map.of("command", command, "args", List.of(arguments))));
  }

  private static void link(AndroidDriver driver, String url) {
    driver.executeScript("mobile: deepLink", Map.of("url", url, "package", APP));
  }

  private static String startLink() {
    Deployment.AndroidApp app = app();
    var json =
        Samples.object()
            .put("sdk", app.sdk().word())
            .put("writeKey", app.writeKey())
            .put("plugin", app.plugin())
            .put("gate", "open")
            .put("factory", app.code().factory());
    return link("start", json.toString());
  }

  private static String track(String event) {
    return link("step", CallJson.of(0, (Step.Call) Samples.track(event)).toString());
  }

  private static String link(String what, String json) {
    String text = URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20");
    return "crosscheck://" + what + "?json=" + text;
  }

  private static String awaitState(AndroidDriver driver, String part) {
    var by = Visit.soon();
    while (true) {
      String text = driver.findElement(AppiumBy.accessibilityId("crosscheck-state")).getText();
      if (text.contains(part)) {
        return text;
      } else if (by.passed()) {
        throw new AssertionError("no " + part + " in " + text);
      }
    }
  }

  private static String sent(Recording recording, String name) {
    boolean came =
        recording.await(
            capture -> capture.exchanges().stream().anyMatch(e -> e.name().equals(name)),
            Visit.soon());
    assertThat(came).as(name).isTrue();
    return recording.soFar().exchanges().stream()
        .filter(exchange -> exchange.name().equals(name))
        .findFirst()
        .orElseThrow()
        .request()
        .body()
        .text();
  }
}
