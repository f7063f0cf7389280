package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.appium.pretended.FakePhone;
import dev.crosscheck.adapter.appium.pretended.Phone;
import dev.crosscheck.adapter.appium.pretended.PhoneModel;
import dev.crosscheck.adapter.appium.pretended.PretendedDevice;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.adapter.robolectric.EmbeddedPhone;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Deployment;
import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.appmanagement.ApplicationState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.ScreenOrientation;
import org.openqa.selenium.WebDriverException;

/**
 * The way from java-client through the real Appium server, its real driver and the real adb to a
 * device that is pretended, with an app that is not.
 */
class PretendedDeviceIT {
  private static final String PARTNER = "test.partner.PartnerIntegration";
  private static final String WITNESS = "test.partner.WitnessIntegration";
  private static final String SEEN = "POST api.partner.test/seen";
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";
  private static final String EMULATORS_HOST = "10.0.2.2";

  @TempDir private static Path home;
  private static EmbeddedLab lab;
  private static Deployment.MobileApp app;
  private static AppiumBench bench;
  private static EmbeddedPhone phone;

  private final Strangers strangers = new Strangers();

  @BeforeAll
  static void start() {
    lab = EmbeddedLab.android();
    app = (Deployment.MobileApp) lab.working();
    bench = AppiumBench.start(home, Map.of());
    phone = lab.phone(List.of(LOCATION));
  }

  @AfterAll
  static void end() {
    phone.close();
    bench.close();
    lab.close();
  }

  @AfterEach
  void nothingWasUnknown() {
    strangers.assertNothingUnknown();
  }

  @Test
  void anAppOnAnEmulatorSendsThroughTheProxyThatIsSet() throws Exception {
    try (PretendedDevice device = emulator(phone);
        AppUser user = emulatorUser(device).start(app, PARTNER)) {
      user.track("Signed Up");

      assertThat(user.awaitState("messageId")).contains("\"number\":0");
      assertThat(user.awaitTracked("Signed Up")).hasSize(1);
      assertThat(pixels(user.driver().getScreenshotAs(OutputType.BYTES))).isPositive();
      user.shell("settings", "delete", "global", "http_proxy");
      user.track("Nobody Hears");
      user.awaitLogged("not sent: /track");
      assertThat(device.refusedConnections()).contains("no proxy is set");
      assertThat(user.awaitTracked("Signed Up")).hasSize(1);
    }
  }

  @Test
  void anAppOnARealDeviceReachesTheProxyOverAdb() {
    try (PretendedDevice device =
        PretendedDevice.booted(PhoneModel.aPixel(), phone, 0, strangers)) {
      String serial = bench.adb().connect(device);
      Recording recording = record();
      String port = "tcp:" + recording.address().port();
      bench.adb().run("-s", serial, "reverse", port, port);
      try (AppUser user =
          AppUser.on(bench.session(serial), recording, "localhost").start(app, PARTNER)) {
        user.track("From A Cable");

        assertThat(user.awaitTracked("From A Cable")).hasSize(1);
        assertThat(bench.adb().run("-s", serial, "reverse", "--list")).contains(port);
        bench.adb().run("-s", serial, "reverse", "--remove", port);
        user.track("Unplugged");
        user.awaitLogged("not sent: /track");
      }
    }
  }

  @Test
  void theAppIsLeftEndedAndOpenedAgain() {
    try (PretendedDevice device = emulator(phone);
        AppUser user = emulatorUser(device).start(app, WITNESS)) {
      AndroidDriver driver = user.driver();
      user.await(SEEN, "resumed");
      user.shell("input", "keyevent", "3");
      user.await(SEEN, "stopped");
      assertThat(driver.queryAppState(AppUser.APP))
          .isEqualTo(ApplicationState.RUNNING_IN_BACKGROUND);
      driver.activateApp(AppUser.APP);
      assertThat(driver.queryAppState(AppUser.APP))
          .isEqualTo(ApplicationState.RUNNING_IN_FOREGROUND);
      user.track("Back");
      assertThat(names(user.await(SEEN, "Back")))
          .containsSubsequence("resumed", "paused", "stopped", "started", "resumed", "Back");

      assertThat(driver.terminateApp(AppUser.APP)).isTrue();
      assertThat(driver.queryAppState(AppUser.APP)).isEqualTo(ApplicationState.NOT_RUNNING);
      driver.activateApp(AppUser.APP);
      assertThat(user.awaitState("\"ready\":true")).contains("\"taken\":[]");
      user.track("Anew");
      user.await(SEEN, "Anew");
    }
  }

  @Test
  void theScreenIsTurnedAndThePhoneGoesOffline() {
    try (PretendedDevice device = emulator(phone);
        AppUser user = emulatorUser(device).start(app, WITNESS)) {
      user.await(SEEN, "resumed");
      user.driver().rotate(ScreenOrientation.LANDSCAPE);
      assertThat(user.driver().getOrientation()).isEqualTo(ScreenOrientation.LANDSCAPE);
      user.await(SEEN, "destroyed");
      user.driver().rotate(ScreenOrientation.PORTRAIT);

      user.shell("svc", "wifi", "disable");
      user.shell("svc", "data", "disable");
      user.track("Unheard");
      user.awaitLogged("not sent: /seen");
      assertThat(device.refusedConnections()).contains("the phone is offline");
      user.shell("svc", "wifi", "enable");
      user.track("Online Again");
      assertThat(user.await(SEEN, "Online Again"))
          .noneMatch(line -> line.contains("Unheard"))
          .anyMatch(line -> line.startsWith("Online Again") && line.contains(", online"));
    }
  }

  /** As on any Android, taking a permission away ends the app. */
  @Test
  void aPermissionIsGrantedAndTakenAway() {
    try (PretendedDevice device = emulator(phone);
        AppUser user = emulatorUser(device).start(app, WITNESS)) {
      user.shell("pm", "grant", AppUser.APP, LOCATION);
      user.track("Granted");
      assertThat(user.await(SEEN, "Granted"))
          .anyMatch(line -> line.startsWith("Granted") && line.contains(", granted"));

      user.shell("pm", "revoke", AppUser.APP, LOCATION);
      assertThat(user.driver().queryAppState(AppUser.APP)).isEqualTo(ApplicationState.NOT_RUNNING);
      user.driver().activateApp(AppUser.APP);
      user.awaitState("\"ready\":true");
      user.track("Denied");
      assertThat(user.await(SEEN, "Denied"))
          .anyMatch(line -> line.startsWith("Denied") && line.contains(", denied"));
      assertThatThrownBy(() -> user.shell("pm", "grant", AppUser.APP, "android.permission.CAMERA"))
          .hasMessageContaining("has not requested permission android.permission.CAMERA");
    }
  }

  @Test
  void aCrashIsInTheLogAndTheAppIsGone() {
    try (PretendedDevice device = emulator(phone);
        AppUser user = emulatorUser(device).start(app, PARTNER)) {
      user.track("Crash");

      assertThat(user.awaitLogged("the partner's SDK fell over"))
          .anyMatch(line -> line.matches(".* E AndroidRuntime: FATAL EXCEPTION: main"))
          .anyMatch(
              line -> line.matches(".* E AndroidRuntime: Process: dev.crosscheck.app, PID: \\d+"));
      assertThat(user.driver().queryAppState(AppUser.APP)).isEqualTo(ApplicationState.NOT_RUNNING);
      assertThatThrownBy(user::state).isInstanceOf(WebDriverException.class);
    }
  }

  @Test
  void anAppThatIsNotThereOpensNoLink() {
    try (PretendedDevice device = emulator(phone);
        AppUser user = emulatorUser(device)) {
      assertThatThrownBy(() -> user.follow("shop://orders/7"))
          .hasMessageContaining("unable to resolve Intent");
      device.uninstallApp(AppUser.APP);
      assertThatThrownBy(() -> user.start(app, PARTNER))
          .hasMessageContaining("unable to resolve Intent");
      assertThat(user.driver().isAppInstalled(AppUser.APP)).isFalse();
    }
  }

  @Test
  void twoDevicesAtOnceEachHaveTheirOwnTraffic() throws Exception {
    try (EmbeddedPhone other = lab.phone(List.of());
        PretendedDevice one = emulator(phone);
        PretendedDevice two = emulator(other)) {
      var first = CompletableFuture.supplyAsync(() -> emulatorUser(one).start(app, PARTNER));
      var second = CompletableFuture.supplyAsync(() -> emulatorUser(two).start(app, PARTNER));
      try (AppUser ann = first.get();
          AppUser bob = second.get()) {
        var annTracks = CompletableFuture.runAsync(() -> ann.track("Of Ann"));
        var bobTracks = CompletableFuture.runAsync(() -> bob.track("Of Bob"));
        CompletableFuture.allOf(annTracks, bobTracks).get();

        assertThat(ann.awaitTracked("Of Ann")).noneMatch(body -> body.contains("Of Bob"));
        assertThat(bob.awaitTracked("Of Bob")).noneMatch(body -> body.contains("Of Ann"));
      }
    }
  }

  @Test
  void anAdbThatDiesIsToldAndEndsNoOtherSession() {
    try (PretendedDevice other = emulator(new FakePhone());
        PretendedDevice device = emulator(phone)) {
      AndroidDriver bystander = bench.session(bench.adb().announce(other));
      AppUser cut = emulatorUser(device).start(app, PARTNER);
      device.dropAdb();
      assertThatThrownBy(cut::state).isInstanceOf(WebDriverException.class);
      assertThatThrownBy(cut::close).isInstanceOf(WebDriverException.class);
      assertThat(bystander.getOrientation()).isEqualTo(ScreenOrientation.PORTRAIT);
      bystander.quit();

      device.restoreAdb();
      try (AppUser user = emulatorUser(device).start(app, PARTNER)) {
        user.track("Fine");
        user.awaitTracked("Fine");
      }
    }
  }

  private PretendedDevice emulator(Phone behind) {
    return PretendedDevice.booted(PhoneModel.anEmulator(), behind, 0, strangers);
  }

  private static AppUser emulatorUser(PretendedDevice device) {
    AndroidDriver driver = bench.session(bench.adb().announce(device));
    return AppUser.on(driver, record(), EMULATORS_HOST);
  }

  private static Recording record() {
    return lab.recorder().open("a phone", app.answers(), Reach.LOOPBACK);
  }

  private static List<String> names(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst(", .*", "")).toList();
  }

  private static long pixels(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    return (long) image.getWidth() * image.getHeight();
  }
}
