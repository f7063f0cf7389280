package dev.crosscheck.adapter.appium;

import dev.crosscheck.adapter.appium.pretended.PretendedDevice;
import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Phones with the plugins of an embedded lab. */
final class PhoneLab implements AppLab {
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";
  private static final String SCHEME = "shop";

  private final EmbeddedLab embedded;
  private final Sdk sdk;
  private final Phones phones;

  PhoneLab(EmbeddedLab embedded, Sdk sdk) {
    this(embedded, sdk, Map.of());
  }

  /**
   * @param environment variables, such as name an SDK
   */
  PhoneLab(EmbeddedLab embedded, Sdk sdk, Map<String, String> environment) {
    this.embedded = embedded;
    this.sdk = sdk;
    this.phones = Phones.of(TestSupply.create(), environment);
  }

  @Override
  public Recorder recorder() {
    return embedded.recorder();
  }

  @Override
  public String sdkVersion() {
    return embedded.sdkVersion();
  }

  @Override
  public Device start() {
    return start(attach(recorder().trust()));
  }

  AppiumSpec emulator(String avd) {
    return new AppiumSpec(
        "emulator",
        Samples.AT,
        new AppiumSpec.Emulator(Optional.of(avd)),
        sdk,
        Optional.empty(),
        Map.of());
  }

  /** A phone whose app trusts that authority. */
  AppiumSpec attach(TrustAnchor trust) {
    return phones.attach("phone", sdk, embedded.phone(trust, List.of(LOCATION), List.of(SCHEME)));
  }

  /** The phone that was attached last. */
  PretendedDevice phone() {
    return phones.last();
  }

  List<ProcessHandle> adbServers() {
    return phones.adbServers();
  }

  void attachAgain() {
    phones.attachAgain();
  }

  Device start(AppiumSpec spec) {
    return start(spec, Duration.ofSeconds(90));
  }

  Device start(AppiumSpec spec, Duration patience) {
    return phones.provider().start(spec, recorder().trust(), Visit.in(patience));
  }

  /** One whose app is up; a phone takes its time for that where others boot beside it. */
  Visit visit(Device device) throws StepNotTaken {
    return Visit.open(recorder(), device, working()).ready();
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
    Deployment.MobileApp whole = (Deployment.MobileApp) deployment;
    return new Deployment.MobileApp(
        whole.sdk(),
        phones.app(whole.code().factory()),
        whole.plugin(),
        whole.writeKey(),
        whole.gate(),
        whole.integrations(),
        whole.middleware(),
        whole.late(),
        whole.answers());
  }

  void assertNothingUnknown() {
    phones.assertNothingUnknown();
  }

  @Override
  public void close() {
    phones.close();
    embedded.close();
  }
}
