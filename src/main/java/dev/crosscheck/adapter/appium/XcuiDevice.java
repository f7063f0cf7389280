package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.mobile.App;
import dev.crosscheck.mobile.CommandFailed;
import io.appium.java_client.ios.IOSDriver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.openqa.selenium.Capabilities;

/**
 * A simulator or an iPhone. Its network is not ours: only the app is led to a recording, by its
 * arguments.
 */
final class XcuiDevice extends PhoneDevice<IOSDriver> {
  private static final Duration SETTING_UP = Duration.ofMinutes(2);

  private final AppiumSpec spec;
  private final Optional<String> proxyHost;
  private final Optional<String> named;
  private final Consumer<IOSDriver> trust;
  private boolean trusting;

  /**
   * @param proxyHost the name by which the app reaches this machine; empty where it runs on it
   * @param named the app to be installed, whatever the plugin's is; empty where nobody names one
   * @param trust has it trust who signs what the app is answered
   * @param agent the version of the WebDriverAgent on it; empty where that is not known
   * @param whenClosed is run once, when the session has ended
   */
  XcuiDevice(
      AppiumSpec spec,
      Talk<IOSDriver> talk,
      Optional<String> proxyHost,
      Optional<String> named,
      Consumer<IOSDriver> trust,
      Optional<String> agent,
      Capabilities capabilities,
      InstantSource clock,
      Runnable whenClosed) {
    super(talk, SETTING_UP, facts(spec, capabilities, talk.secrets(), agent), clock, whenClosed);
    this.spec = spec;
    this.proxyHost = proxyHost;
    this.named = named;
    this.trust = trust;
  }

  private static DeviceFacts facts(
      AppiumSpec spec, Capabilities capabilities, Secrets secrets, Optional<String> agent) {
    UnaryOperator<String> said = name -> secrets.hiddenIn(told(capabilities, name));
    String version = said.apply("platformVersion");
    String model = said.apply("deviceName");
    Map<String, String> details = new HashMap<>();
    details.put("model", model);
    details.put("udid", said.apply("udid"));
    agent.ifPresent(is -> details.put("WebDriverAgent", is));
    return facts(spec, "iOS " + version + (model.isEmpty() ? "" : ", " + model), version, details);
  }

  /** The certificate stays in the simulator's keychain. */
  @Override
  void setUp(Deployment.MobileApp app, ProxyAddress via, Deadline by) {
    if (!trusting) {
      await("trusting the certificate", ask(this::trustIn), by);
      trusting = true;
    }
    renew(app, by);
  }

  private String trustIn(IOSDriver driver) {
    trust.accept(driver);
    return "";
  }

  /**
   * By the driver, for a simulator or an iPhone that is elsewhere. Where that fails it goes through
   * the system's settings, as its user would, which takes long.
   */
  static Consumer<IOSDriver> byDriver(TrustAnchor trust) {
    byte[] pem = trust.pem().getBytes(StandardCharsets.US_ASCII);
    return driver ->
        driver.executeScript(
            "mobile: installCertificate",
            Map.of("content", Base64.getEncoder().encodeToString(pem), "isRoot", true));
  }

  /**
   * An app that was never there. Its data alone cannot be cleared, since the system keeps an app's
   * preferences in a process of its own.
   */
  @Override
  void renew(Deployment.MobileApp app, Deadline by) {
    Path built = app.code().files().get(0).toAbsolutePath();
    if (named.isEmpty()) {
      AppFit.check(spec, built);
    }
    await("installing the app", ask(driver -> install(driver, named.orElse(built.toString()))), by);
  }

  private static String install(IOSDriver driver, String file) {
    driver.removeApp(HostApp.ID);
    driver.installApp(file);
    driver.manage().logs().get(XcuiApp.LOG);
    return "";
  }

  @Override
  App app(ProxyAddress via) {
    List<String> arguments =
        new ArrayList<>(List.of("-crosscheckProxyPort", String.valueOf(via.port())));
    proxyHost.ifPresent(host -> arguments.addAll(List.of("-crosscheckProxyHost", host)));
    return new XcuiApp(talk(), arguments, PushMessage.reaches(spec));
  }

  @Override
  String reason(String trouble) {
    return "the app does not reach the proxy, or does not trust it: "
        + trouble
        + "; its 'URLSession's must take the proxy of its launch arguments: docs/ios.md";
  }

  @Override
  <T> T await(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return super.await(what, answer, by);
    } catch (CommandFailed e) {
      throw new DeviceLost(what + " failed: " + e.getMessage(), e);
    }
  }
}
