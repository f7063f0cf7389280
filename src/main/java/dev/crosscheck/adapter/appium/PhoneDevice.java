package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.Waiting;
import dev.crosscheck.mobile.App;
import dev.crosscheck.mobile.AppSession;
import dev.crosscheck.mobile.AppSteps;
import dev.crosscheck.scenario.HostPage;
import io.appium.java_client.AppiumDriver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.openqa.selenium.Capabilities;

/**
 * A phone with one session of Appium, kept for all users, who come one after the other.
 *
 * @param <D> the client of its driver
 */
abstract class PhoneDevice<D extends AppiumDriver> implements Device {
  /** The recording answers for it, and it is nobody's of whom a plugin is to speak. */
  private static final String PROBED = HostPage.ORIGIN + "/probe";

  private final Talk<D> talk;
  private final Duration patience;
  private volatile DeviceFacts facts;
  private final InstantSource clock;
  private final Runnable whenClosed;
  private boolean probed;
  private boolean closed;

  /**
   * @param patience how long a user may take to be set up
   * @param whenClosed is run once, when the session has ended
   */
  PhoneDevice(
      Talk<D> talk,
      Duration patience,
      DeviceFacts facts,
      InstantSource clock,
      Runnable whenClosed) {
    this.talk = talk;
    this.patience = patience;
    this.facts = facts;
    this.clock = clock;
    this.whenClosed = whenClosed;
  }

  /**
   * @param name of the system, its version and the model: {@code Android 14 (API 34), Pixel 8}
   */
  static DeviceFacts facts(
      AppiumSpec spec, String name, String version, Map<String, String> details) {
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        "",
        name,
        version,
        spec.sdk().word(),
        "",
        false,
        spec.notClosed(),
        details,
        1);
  }

  /** What the session says of itself; empty where it does not. */
  static String told(Capabilities capabilities, String name) {
    Object value = capabilities.getCapability("appium:" + name);
    Object bare = value == null ? capabilities.getCapability(name) : value;
    return bare == null ? "" : bare.toString();
  }

  @Override
  public final DeviceFacts facts() {
    return facts;
  }

  @Override
  public final boolean isAlive() {
    return !closed && talk.isAlive();
  }

  @Override
  public final Session open(Deployment plugin, ProxyAddress via) {
    if (!(plugin instanceof Deployment.MobileApp app)) {
      throw new IllegalArgumentException("a phone takes an app");
    }
    Deadline by = Deadline.in(patience, clock);
    setUp(app, via, by);
    if (!probed) {
      probe(app(via), by);
      probed = true;
      renew(app, by);
    }
    return new AppSession(app(via), app, clock, version -> facts = facts.running(version));
  }

  /** A new user: the app as if it had just been installed, and its traffic on the way to there. */
  abstract void setUp(Deployment.MobileApp app, ProxyAddress via, Deadline by);

  /** The same again for the next user, where nothing else has changed. */
  abstract void renew(Deployment.MobileApp app, Deadline by);

  /** The app as that user has it. */
  abstract App app(ProxyAddress via);

  /** What is to be done about an app that does not get the answer that it should. */
  abstract String reason(String trouble);

  /**
   * Asks the app itself whether it trusts what answers it: its SDKs would keep that to themselves.
   */
  private void probe(App app, Deadline by) {
    Probe probe = new Probe();
    app.heardBy(probe);
    try {
      await("asking the app", app.link(AppSteps.probe(PROBED)), by);
      String answer = await("what the app was answered", probe.answer(), by);
      if (!answer.isEmpty()) {
        throw new DeviceLost(reason(answer));
      }
    } finally {
      app.close();
    }
  }

  final Talk<D> talk() {
    return talk;
  }

  final <T> CompletableFuture<T> ask(Function<D, T> command) {
    return talk.ask(command);
  }

  /** A phone that keeps us waiting for that long would keep all others waiting too. */
  <T> T await(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return Waiting.await(answer, by);
    } catch (TimeoutException e) {
      String why = "the phone did not answer in time: " + what;
      talk.lose(why);
      throw new DeviceLost(why, e);
    }
  }

  /** Leaves the phone as it was. */
  void restore(D driver) {}

  @Override
  public final synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (talk.isAlive()) {
      talk.ask(
          driver -> {
            restore(driver);
            return "";
          });
    }
    talk.close();
    whenClosed.run();
  }
}
