package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.pretended.apple.Simulator;
import dev.crosscheck.adapter.local.LocalAppium;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.device.Session;
import dev.crosscheck.mobile.AppSession;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import io.appium.java_client.ios.IOSDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The XCUITest driver as npm has it, on this machine as it is, with nothing of Apple's: it is told
 * of an iPhone's WebDriverAgent that runs already. What it makes of the steps of an app goes to
 * that one alone; what goes by the cable, such as installing the app, is left out here.
 */
@ExtendWith(TestSupply.class)
class UnmodifiedDriverIT {
  private static final String TRACK = "POST api.partner.test/track";
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  @Test
  void takesAnAppThroughItsSteps(Supply supply) throws Exception {
    SystemAndroidSdk android = new SystemAndroidSdk(folder, Map.of(), supply);
    try (SimulatorLab lab = new SimulatorLab();
        LocalAppium servers = new LocalAppium(supply, android, System.getenv(), CLOCK)) {
      Simulator phone = lab.mac().simulator("iPhone 16", "18.2");
      AppiumSpec spec = spec(phone.serve(lab.app(), lab.recorder().trust().pem()));
      try (Device device = new Phone(spec, session(spec, servers));
          Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
        visit.perform(Samples.track("First"));
        visit.awaited(TRACK);
        visit.perform(new Step.Background(Samples.AT));
        visit.perform(new Step.Foreground(Samples.AT));
        visit.perform(new Step.Rotate(Samples.AT, Step.Rotate.Orientation.LANDSCAPE));
        assertThat(phone.isLandscape()).isTrue();
        visit.perform(new Step.DeepLink(Samples.AT, "shop://orders/7"));
        visit.awaited(TRACK, 2);
        visit.perform(new Step.Relaunch(Samples.AT));
        visit.perform(new Step.Push(Samples.AT, Step.Push.Moment.RECEIVED, "", Samples.object()));
        assertThat(visit.awaited(TRACK, 3).get(2).request().body().text()).contains("Received");
        assertThat(phone.messages()).as("by a link alone").isEmpty();
        visit.perform(Samples.track("Last"));

        assertThat(visit.awaited(TRACK, 4).get(3).request().body().text()).contains("Last");
        Observation.Screenshot seen = visit.observe(new Probe.Screenshot());
        assertThat(seen.png().bytes()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
      }
      lab.assertNothingUnknown();
    }
  }

  private static AppiumSpec spec(int agent) {
    return new AppiumSpec(
        "iphone",
        Samples.AT,
        new AppiumSpec.RealIos(Optional.of("00008140-000000000000001C")),
        Sdk.ANALYTICS_SWIFT,
        Optional.empty(),
        Map.of(
            "appium:platformVersion",
            "18.2",
            "appium:webDriverAgentUrl",
            "http://127.0.0.1:" + agent));
  }

  private static IOSDriver session(AppiumSpec spec, LocalAppium servers) throws Exception {
    Endpoint server = servers.endpoint(spec);
    return XcuiSessions.open(
        spec, server, Optional.empty(), secrets(spec), Visit.in(Duration.ofSeconds(90)));
  }

  private static Secrets secrets(AppiumSpec spec) {
    return Secrets.of(spec.variables(), Map.of());
  }

  /** An iPhone on which the app is installed, and which trusts the recording. */
  private static final class Phone implements Device {
    private final Talk<IOSDriver> talk;
    private final DeviceFacts facts;

    Phone(AppiumSpec spec, IOSDriver session) {
      talk = new Talk<>(spec.id(), session, Optional::empty, secrets(spec));
      facts = PhoneDevice.facts(spec, "iOS 18.2", "18.2", Map.of());
    }

    @Override
    public DeviceFacts facts() {
      return facts;
    }

    @Override
    public boolean isAlive() {
      return talk.isAlive();
    }

    @Override
    public Session open(Deployment plugin, ProxyAddress via) {
      XcuiApp app =
          new XcuiApp(talk, List.of("-crosscheckProxyPort", String.valueOf(via.port())), false);
      return new AppSession(app, (Deployment.MobileApp) plugin, CLOCK, version -> {});
    }

    @Override
    public void close() {
      talk.close();
    }
  }
}
