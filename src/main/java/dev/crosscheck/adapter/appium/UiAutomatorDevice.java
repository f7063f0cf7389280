package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.mobile.App;
import io.appium.java_client.android.AndroidDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openqa.selenium.Capabilities;

/** An Android emulator or phone, whose network is led to a recording. */
final class UiAutomatorDevice extends PhoneDevice<AndroidDriver> {
  private static final Duration SETTING_UP = Duration.ofSeconds(90);

  private final AppiumSpec spec;
  private final PhoneProxy proxy;

  /** The app that is installed, by its hash. */
  private Optional<String> installed = Optional.empty();

  /**
   * @param capabilities of the session, as the driver tells them
   * @param whenClosed is run once, when the session has ended
   */
  UiAutomatorDevice(
      AppiumSpec spec,
      Talk<AndroidDriver> talk,
      PhoneProxy proxy,
      Capabilities capabilities,
      InstantSource clock,
      Runnable whenClosed) {
    super(talk, SETTING_UP, facts(spec, capabilities, talk.secrets()), clock, whenClosed);
    this.spec = spec;
    this.proxy = proxy;
  }

  private static DeviceFacts facts(AppiumSpec spec, Capabilities capabilities, Secrets secrets) {
    UnaryOperator<String> said = name -> secrets.hiddenIn(told(capabilities, name));
    String release = said.apply("platformVersion");
    String api = said.apply("deviceApiLevel");
    String maker = said.apply("deviceManufacturer");
    String model = said.apply("deviceModel");
    String name =
        "Android "
            + release
            + (api.isEmpty() ? "" : " (API " + api + ")")
            + (model.isEmpty() ? "" : ", " + model);
    return facts(
        spec,
        name,
        release,
        Map.of("manufacturer", maker, "model", model, "screen", said.apply("deviceScreenSize")));
  }

  @Override
  void setUp(Deployment.MobileApp app, ProxyAddress via, Deadline by) {
    await("setting up the app", ask(driver -> setUp(driver, app, via)), by);
  }

  private String setUp(AndroidDriver driver, Deployment.MobileApp app, ProxyAddress via) {
    proxy.lead(driver, via);
    if (!spec.hasApp() && !installed.equals(Optional.of(app.code().sha256()))) {
      install(driver, app.code().files().get(0));
      installed = Optional.of(app.code().sha256());
    }
    return clear(driver);
  }

  /** Another build may be signed by another key, so the one before it goes first. */
  private static void install(AndroidDriver driver, Path app) {
    driver.removeApp(HostApp.ID);
    driver.installApp(app.toAbsolutePath().toString());
  }

  /** What the log says until then is of the user before. */
  private static String clear(AndroidDriver driver) {
    driver.executeScript("mobile: clearApp", Map.of("appId", HostApp.ID));
    driver.manage().logs().get(UiAutomatorApp.LOG);
    return "";
  }

  @Override
  void renew(Deployment.MobileApp app, Deadline by) {
    await("clearing the app", ask(UiAutomatorDevice::clear), by);
  }

  @Override
  App app(ProxyAddress via) {
    return new UiAutomatorApp(talk());
  }

  @Override
  String reason(String trouble) {
    return trouble.contains("SSL") || trouble.contains("CertPath")
        ? "the app trusts another authority than this run's ("
            + trouble
            + "): write its project again with 'crosscheck host android', and rebuild it"
        : "the app does not reach the proxy: " + trouble;
  }

  @Override
  void restore(AndroidDriver driver) {
    proxy.end(driver);
  }
}
