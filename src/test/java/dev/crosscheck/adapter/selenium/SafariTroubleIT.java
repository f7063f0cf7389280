package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
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
                  "Safari takes no proxy but the whole Mac's, which this run may not change",
                  "allow it for a run with --allow-system-proxy; docs/devices.md tells what it"
                      + " does"));
      assertThat(allowed.check(Samples.SAFARI))
          .isEqualTo(new Availability.Available("safaridriver"));
    }
  }

  @Test
  void namesTheSimulatorThatIsNotThere() {
    BrowserSpec other =
        new BrowserSpec(
            "other",
            Samples.AT,
            BrowserSpec.Browser.SAFARI,
            false,
            Optional.empty(),
            Optional.of(new BrowserSpec.Simulator("iPhone 61", Optional.empty())));
    try (DeviceProvider provider = mac.provider(true, InstantSource.system())) {
      assertThat(provider.check(other))
          .isEqualTo(
              new Availability.Unavailable(
                  "no simulator and no device type 'iPhone 61'", "did you mean 'iPhone 16'?"));
    }
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
          .hasMessageEndingWith("'sudo safaridriver --enable' allows that");
    }
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
