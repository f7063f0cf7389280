package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said, and what is left, where Safari does not do as it should. */
class SafariTroubleIT {
  private final List<ProcessHandle> before = ProcessHandle.current().descendants().toList();

  @TempDir Path folder;

  private SafariMac mac;

  @BeforeEach
  void haveAMac() {
    mac = new SafariMac(folder);
  }

  @AfterEach
  void nothingIsLeft() {
    mac.assertAsBefore();
    mac.close();
    assertThat(running()).isEmpty();
  }

  @Test
  void isThereOnlyWhereTheProxyMayBeChanged() {
    try (DeviceProvider refused = mac.provider(false, InstantSource.system());
        DeviceProvider allowed = mac.provider(true, InstantSource.system())) {
      assertThat(refused.check(Samples.SAFARI))
          .isEqualTo(
              new Availability.Unavailable(
                  "Safari takes no proxy but the whole Mac's, which is changed only where that is allowed",
                  "allow it for a run with --allow-system-proxy; docs/devices.md tells what it"
                      + " does"));
      assertThat(allowed.check(Samples.SAFARI))
          .isEqualTo(new Availability.Available("safaridriver"));
    }
  }

  @Test
  void namesTheSimulatorThatIsNotThere() {
    try (DeviceProvider provider = mac.provider(true, InstantSource.system())) {
      assertThat(provider.check(on("iPhone 61")))
          .isEqualTo(
              new Availability.Unavailable(
                  "no simulator and no device type 'iPhone 61'", "did you mean 'iPhone 16'?"));
      assertThat(provider.check(on("iPhone 16 Plus")))
          .isEqualTo(
              new Availability.Unavailable(
                  "no simulator 'iPhone 16 Plus' has been made",
                  "make one: xcrun simctl create 'iPhone 16 Plus' 'iPhone 16 Plus'"));
    }
  }

  private static BrowserSpec on(String simulator) {
    return new BrowserSpec(
        "other",
        Samples.AT,
        BrowserSpec.Browser.SAFARI,
        false,
        Optional.empty(),
        Optional.of(new BrowserSpec.Simulator(simulator, Optional.empty())));
  }

  @Test
  void saysThatItsUserHasNotAllowedItToBeDriven() {
    mac.safari().forbidRemoteAutomation();

    assertStartRefused("You must enable 'Allow remote automation'");
  }

  @Test
  void saysThatItsDriverDoesNotStart() {
    mac.safari().refuseToStart();

    assertStartRefused("safaridriver ended with status 1, saying: ERROR: safaridriver could not");
  }

  private void assertStartRefused(String why) {
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.SAFARI)) {
      assertThatThrownBy(lab::start)
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining(why)
          .hasMessageEndingWith("; allow that once with: sudo safaridriver --enable");
    }
  }

  @Test
  void blamesItsDriverForNothingElse() {
    mac.mac.network().switchOnVpn();
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.SAFARI)) {
      assertThatThrownBy(lab::start)
          .isInstanceOf(DeviceLost.class)
          .hasMessageEndingWith("a VPN that is switched on may be why");
    }
  }

  @Test
  void endsASessionThatBeginsWhenNobodyWaitsForItAnyMore() {
    Duration patience = Duration.ofSeconds(6);
    mac.safari().beSilentUntil(Instant.now().plus(patience).plusMillis(500));
    try (DeviceProvider provider = mac.provider(true, InstantSource.system());
        Recorder recorder = recorder()) {
      assertThatThrownBy(() -> provider.start(Samples.SAFARI, recorder.trust(), Visit.in(patience)))
          .isInstanceOf(DeviceLost.class)
          .hasMessage("Safari did not start in time");
      assertThat(mac.safari().paired()).isZero();
    }
  }

  @Test
  void doesNotWaitForeverForTheEndOfASession() throws Exception {
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.SAFARI);
        Device device = lab.start()) {
      try (Visit visit = Visit.open(lab.recorder(), device, lab.deploy(Scripts.PARTNER)).ready()) {
        mac.safari().neverEnd();
      }
      assertThat(mac.asBefore()).isTrue();
      mac.safari().unpair();
    }
  }

  @Test
  void aSimulatorThatIsGoneIsBootedAgainForTheNextCell() {
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.MOBILE_SAFARI)) {
      Device device = lab.start();
      mac.simulator.shutdown();
      assertThatThrownBy(() -> Visit.open(lab.recorder(), device, lab.working()))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining("No host matches");
      assertThat(device.isAlive()).isFalse();

      try (Device next = lab.start()) {
        assertThat(next.isAlive()).isTrue();
        assertThat(mac.simulator.isBooted()).isTrue();
      }
    }
  }

  @Test
  void aStepThatIsNeverTakenIsNoLostBrowserThoughTheDriverAnswersNothingBesideIt()
      throws Exception {
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.SAFARI);
        Device device = lab.start();
        Visit visit = Visit.open(lab.recorder(), device, lab.hanging()).ready()) {
      Step.OnDevice stuck = (Step.OnDevice) Samples.track("Stuck");
      assertThatThrownBy(() -> visit.session().perform(stuck, Visit.in(Duration.ofMillis(800))))
          .isInstanceOf(StepNotTaken.class);

      assertThat(visit.session().isAlive()).isTrue();
    }
  }

  private static Recorder recorder() {
    InstantSource clock = InstantSource.system();
    return new ProxyRecorder(CertificateAuthority.inMemory(clock), clock);
  }

  @Test
  void bootsItsSimulatorAndShutsItDown() {
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.MOBILE_SAFARI)) {
      try (Device device = lab.start()) {
        assertThat(mac.simulator.isBooted()).isTrue();
        assertThat(device.facts().name()).isEqualTo("Safari 18.2, simulator iPhone 16, iOS 18.2");
      }
      assertThat(mac.simulator.isBooted()).isFalse();
    }
  }

  @Test
  void leavesASimulatorThatRanBefore() {
    mac.simulator.boot();
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.MOBILE_SAFARI)) {
      lab.start().close();

      assertThat(mac.simulator.isBooted()).isTrue();
    }
  }

  @Test
  void aDriverThatIsKilledIsLostAtOnceAndTheProxyIsPutBack() throws Exception {
    try (BrowserLab lab = BrowserLab.safari(mac, Samples.SAFARI);
        Device device = lab.start()) {
      try (Visit visit = Visit.open(lab.recorder(), device, lab.deploy(Scripts.PARTNER)).ready()) {
        running().stream()
            .filter(process -> line(process).contains("safaridriver.cjs"))
            .forEach(ProcessHandle::destroyForcibly);

        assertThatThrownBy(() -> visit.perform(Samples.track("Late")))
            .isInstanceOf(DeviceLost.class)
            .hasMessageContaining("safaridriver ended with status 137");
        assertThat(visit.session().isAlive()).isFalse();
      }
      assertThat(device.isAlive()).isTrue();
      assertThat(mac.safari().paired()).isEqualTo(1);
      mac.safari().unpair();
    }
  }

  private List<ProcessHandle> running() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> !before.contains(process))
        .filter(process -> !line(process).isEmpty())
        .toList();
  }

  private static String line(ProcessHandle process) {
    return process.info().commandLine().orElse("");
  }
}
