package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.Waiting;
import dev.crosscheck.mobile.AppSession;
import dev.crosscheck.mobile.AppSteps;
import dev.crosscheck.scenario.HostPage;
import io.appium.java_client.android.AndroidDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.openqa.selenium.Capabilities;

/** A phone with one session of Appium, kept for all users, who come one after the other. */
final class AppiumDevice implements Device {
  private static final Duration SETTING_UP = Duration.ofSeconds(90);

  /** The recording answers for it, and it is nobody's of whom a plugin is to speak. */
  private static final String PROBED = HostPage.ORIGIN + "/probe";

  private final AppiumSpec spec;
  private final Talk<AndroidDriver> talk;
  private final PhoneProxy proxy;
  private volatile DeviceFacts facts;
  private final InstantSource clock;
  private final Runnable whenClosed;

  /** The app that is installed, by its hash. */
  private Optional<String> installed = Optional.empty();

  private boolean probed;
  private boolean closed;

  /**
   * @param capabilities of the session, as the driver tells them
   * @param whenClosed is run once, when the session has ended
   */
  AppiumDevice(
      AppiumSpec spec,
      Talk<AndroidDriver> talk,
      PhoneProxy proxy,
      Capabilities capabilities,
      InstantSource clock,
      Runnable whenClosed) {
    this.spec = spec;
    this.talk = talk;
    this.proxy = proxy;
    this.facts = facts(spec, capabilities, talk.secrets());
    this.clock = clock;
    this.whenClosed = whenClosed;
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
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        "",
        name,
        release,
        spec.sdk().word(),
        "",
        false,
        Map.of("manufacturer", maker, "model", model, "screen", said.apply("deviceScreenSize")),
        1);
  }

  /** What the session says of itself; empty where it does not. */
  static String told(Capabilities capabilities, String name) {
    Object value = capabilities.getCapability("appium:" + name);
    Object bare = value == null ? capabilities.getCapability(name) : value;
    return bare == null ? "" : bare.toString();
  }

  @Override
  public DeviceFacts facts() {
    return facts;
  }

  @Override
  public boolean isAlive() {
    return !closed && talk.isAlive();
  }

  @Override
  public Session open(Deployment plugin, ProxyAddress via) {
    if (!(plugin instanceof Deployment.MobileApp app)) {
      throw new IllegalArgumentException("a phone takes an app");
    }
    Deadline by = Deadline.in(SETTING_UP, clock);
    await("setting up the app", talk.ask(driver -> setUp(driver, app, via)), by);
    if (!probed) {
      probe(by);
      probed = true;
    }
    return new AppSession(
        new AppiumApp(talk), app, clock, version -> facts = facts.running(version));
  }

  /** A new user: the app as it was when it was installed, and its traffic by the session's port. */
  private String setUp(AndroidDriver driver, Deployment.MobileApp app, ProxyAddress via) {
    proxy.lead(driver, via);
    if (!spec.hasApp() && !installed.equals(Optional.of(app.code().sha256()))) {
      install(driver, app.code().files().get(0));
      installed = Optional.of(app.code().sha256());
    }
    return clear(driver);
  }

  /**
   * Asks the app itself whether it trusts what answers it: its SDKs would keep that to themselves.
   */
  private void probe(Deadline by) {
    Probe probe = new Probe();
    AppiumApp app = new AppiumApp(talk);
    app.heardBy(probe);
    try {
      await("asking the app", app.link(AppSteps.probe(PROBED)), by);
      String answer = await("what the app was answered", probe.answer(), by);
      if (!answer.isEmpty()) {
        throw new DeviceLost(Probe.reason(answer));
      }
    } finally {
      app.close();
    }
    await("clearing the app", talk.ask(AppiumDevice::clear), by);
  }

  /** A phone that keeps us waiting for that long would keep all others waiting too. */
  private <T> T await(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return Waiting.await(answer, by);
    } catch (TimeoutException e) {
      String why = "the phone did not answer in time: " + what;
      talk.lose(why);
      throw new DeviceLost(why, e);
    }
  }

  /** What the log says until then is of the user before. */
  private static String clear(AndroidDriver driver) {
    driver.executeScript("mobile: clearApp", Map.of("appId", HostApp.ID));
    driver.manage().logs().get(AppiumApp.LOG);
    return "";
  }

  /** Another build may be signed by another key, so the one before it goes first. */
  private static void install(AndroidDriver driver, Path app) {
    driver.removeApp(HostApp.ID);
    driver.installApp(app.toAbsolutePath().toString());
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (talk.isAlive()) {
      talk.ask(
          driver -> {
            proxy.end(driver);
            return "";
          });
    }
    talk.close();
    whenClosed.run();
  }
}
