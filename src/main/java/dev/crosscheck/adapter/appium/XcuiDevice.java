package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.TrustAnchor;
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
import dev.crosscheck.mobile.CommandFailed;
import dev.crosscheck.scenario.HostPage;
import io.appium.java_client.ios.IOSDriver;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.openqa.selenium.Capabilities;

/**
 * A simulator or an iPhone with one session of Appium, kept for all users, who come one after the
 * other. The phone's network is not ours: only the app is led to a recording, by its arguments.
 */
final class XcuiDevice implements Device {
  private static final Duration SETTING_UP = Duration.ofMinutes(2);

  /** The recording answers for it, and it is nobody's of whom a plugin is to speak. */
  private static final String PROBED = HostPage.ORIGIN + "/probe";

  private final AppiumSpec spec;
  private final Talk<IOSDriver> talk;
  private final Optional<String> proxyHost;
  private final Optional<String> named;
  private final TrustAnchor trust;
  private volatile DeviceFacts facts;
  private final InstantSource clock;
  private final Runnable whenClosed;
  private boolean probed;
  private boolean closed;

  /**
   * @param proxyHost the name by which the app reaches this machine; empty where it runs on it
   * @param named the app to be installed, whatever the plugin's is; empty where nobody names one
   * @param trust who signs what the app is answered
   * @param whenClosed is run once, when the session has ended
   */
  XcuiDevice(
      AppiumSpec spec,
      Talk<IOSDriver> talk,
      Optional<String> proxyHost,
      Optional<String> named,
      TrustAnchor trust,
      Capabilities capabilities,
      InstantSource clock,
      Runnable whenClosed) {
    this.spec = spec;
    this.talk = talk;
    this.proxyHost = proxyHost;
    this.named = named;
    this.trust = trust;
    this.facts = facts(spec, capabilities, talk.secrets());
    this.clock = clock;
    this.whenClosed = whenClosed;
  }

  private static DeviceFacts facts(AppiumSpec spec, Capabilities capabilities, Secrets secrets) {
    UnaryOperator<String> said = name -> secrets.hiddenIn(AppiumDevice.told(capabilities, name));
    String version = said.apply("platformVersion");
    String model = said.apply("deviceName");
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        "",
        "iOS " + version + (model.isEmpty() ? "" : ", " + model),
        version,
        spec.sdk().word(),
        "",
        false,
        Map.of("model", model, "udid", said.apply("udid")),
        1);
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
    List<String> arguments = arguments(via);
    if (!probed) {
      await("trusting the certificate", talk.ask(this::trust), by);
      install(app, by);
      probe(arguments, by);
      probed = true;
    }
    install(app, by);
    return new AppSession(
        new XcuiApp(talk, arguments), app, clock, version -> facts = facts.running(version));
  }

  private List<String> arguments(ProxyAddress via) {
    List<String> arguments =
        new ArrayList<>(List.of("-crosscheckProxyPort", String.valueOf(via.port())));
    proxyHost.ifPresent(host -> arguments.addAll(List.of("-crosscheckProxyHost", host)));
    return arguments;
  }

  /** Once: it stays in the simulator's keychain. */
  private String trust(IOSDriver driver) {
    driver.executeScript(
        "mobile: installCertificate", Map.of("content", pem(trust), "isRoot", true));
    return "";
  }

  private static String pem(TrustAnchor trust) {
    try {
      Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
      String text =
          "-----BEGIN CERTIFICATE-----\n"
              + lines.encodeToString(trust.certificate().getEncoded())
              + "\n-----END CERTIFICATE-----\n";
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate without a form", e);
    }
  }

  /**
   * A new user: an app that was never there. Its data alone cannot be cleared, since the system
   * keeps an app's preferences in a process of its own.
   */
  private void install(Deployment.MobileApp app, Deadline by) {
    Path built = app.code().files().get(0).toAbsolutePath();
    if (named.isEmpty()) {
      AppFit.check(spec, built);
    }
    String file = named.orElse(built.toString());
    await(
        "installing the app",
        talk.ask(
            driver -> {
              driver.removeApp(HostApp.ID);
              driver.installApp(file);
              driver.manage().logs().get(XcuiApp.LOG);
              return "";
            }),
        by);
  }

  /**
   * Asks the app itself whether it trusts what answers it: its SDKs would keep that to themselves.
   */
  private void probe(List<String> arguments, Deadline by) {
    Probe probe = new Probe();
    XcuiApp app = new XcuiApp(talk, arguments);
    app.heardBy(probe);
    try {
      await("asking the app", app.link(AppSteps.probe(PROBED)), by);
      String answer = await("what the app was answered", probe.answer(), by);
      if (!answer.isEmpty()) {
        throw new DeviceLost(Probe.reasonOnIos(answer));
      }
    } finally {
      app.close();
    }
  }

  /** A phone that keeps us waiting for that long would keep all others waiting too. */
  private <T> T await(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return Waiting.await(answer, by);
    } catch (TimeoutException e) {
      String why = "the phone did not answer in time: " + what;
      talk.lose(why);
      throw new DeviceLost(why, e);
    } catch (CommandFailed e) {
      throw new DeviceLost(what + " failed: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      talk.close();
      whenClosed.run();
    }
  }
}
