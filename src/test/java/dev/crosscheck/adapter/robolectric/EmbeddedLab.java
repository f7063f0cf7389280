package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.mobile.AppLab;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Embedded Android with a partner's plugin in Java sources ({@code src/test/resources/android}).
 */
public final class EmbeddedLab implements AppLab {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Path RESOURCES = Path.of("src/test/resources");

  private final AndroidKit kit =
      new AndroidKit(TestSupply.create(), () -> Path.of("harness/android"));
  private final EmbeddedProvider provider = new EmbeddedProvider(kit, CLOCK);
  private final Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK);
  private final AndroidPluginBuilder builder = new AndroidPluginBuilder(kit, RESOURCES);
  private final MobileDeployer deployer = new MobileDeployer(builder);
  private final Sdk sdk;
  private final String factory;

  private EmbeddedLab(Sdk sdk, String factory) {
    this.sdk = sdk;
    this.factory = factory;
  }

  public static EmbeddedLab android() {
    return new EmbeddedLab(Sdk.ANALYTICS_ANDROID, "test.partner.PartnerIntegration");
  }

  public static EmbeddedLab kotlin() {
    return new EmbeddedLab(Sdk.ANALYTICS_KOTLIN, "test.partner.PartnerPlugin");
  }

  @Override
  public Recorder recorder() {
    return recorder;
  }

  @Override
  public Device start() {
    EmbeddedSpec spec = Samples.android(sdk);
    try {
      provider.prepare(spec);
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
    return provider.start(spec, recorder.trust(), Deadline.in(Duration.ofSeconds(60), CLOCK));
  }

  @Override
  public String sdkVersion() {
    try {
      return builder.version(sdk);
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  /**
   * A phone whose app has the partner's plugin, and trusts the recorder.
   *
   * @param permissions that its manifest asks for, besides those that need no asking
   */
  public EmbeddedPhone phone(List<String> permissions) {
    return phone(recorder.trust(), permissions, List.of());
  }

  /** The same, but its app trusts that authority, and opens links of these schemes too. */
  public EmbeddedPhone phone(TrustAnchor trust, List<String> permissions, List<String> schemes) {
    var app = (Deployment.MobileApp) working();
    return EmbeddedPhone.boot(kit, app.code().files(), trust, permissions, schemes);
  }

  @Override
  public Deployment working() {
    return deploy(Given.NOTHING, factory);
  }

  /** The same one: it blocks in an event of that name. */
  @Override
  public Deployment hanging() {
    return working();
  }

  @Override
  public Deployment deploy(Given given, String factory) {
    try {
      var app =
          (Deployment.MobileApp)
              deployer.deploy(plugin(this.factory), Samples.android(sdk), given, true);
      AppCode code = app.code();
      return new Deployment.MobileApp(
          sdk,
          new AppCode(code.files(), factory, code.versions(), code.sha256()),
          app.plugin(),
          app.writeKey(),
          app.gate(),
          app.integrations(),
          app.middleware(),
          app.late(),
          app.answers());
    } catch (Shortage | BuildFailed e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private Plugin plugin(String factory) {
    AndroidPlugin part =
        new AndroidPlugin(sdk, factory, Optional.of("partner/src"), List.of(), List.of());
    return Samples.plugin(
        "android", new AndroidPart(Optional.empty(), List.of(part), Optional.empty()));
  }

  @Override
  public void close() {
    provider.close();
    recorder.close();
  }
}
