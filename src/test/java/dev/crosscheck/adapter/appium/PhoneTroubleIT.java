package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Family;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong between us and a phone is told, and the next one is fine. */
@Timeout(300)
class PhoneTroubleIT {
  private static PhoneLab lab;

  @BeforeAll
  static void start() {
    lab = new PhoneLab(EmbeddedLab.android(), Sdk.ANALYTICS_ANDROID);
  }

  @AfterAll
  static void end() {
    lab.close();
    assertThat(servers()).isEmpty();
    // ended by force where it does not listen, for which the system takes a moment
    assertThat(lab.adbServers()).noneMatch(Family::stays);
  }

  @AfterEach
  void nothingWasUnknown() {
    lab.assertNothingUnknown();
  }

  @Test
  void anAppThatTrustsAnotherAuthorityIsToldBeforeAnySdkIsStarted() {
    var another = CertificateAuthority.inMemory(InstantSource.system()).trust();
    try (Device device = lab.start(lab.attach(another))) {
      assertThatThrownBy(() -> Visit.open(lab.recorder(), device, lab.working()))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining("the app trusts another authority than this run's")
          .hasMessageContaining("crosscheck host android");
    }
  }

  @Test
  void aCrashOfTheAppIsToldWithItsTrace() throws Exception {
    try (Device device = lab.start()) {
      try (Visit visit = lab.visit(device)) {
        assertThatThrownBy(() -> visit.perform(Samples.track("Crash")))
            .isInstanceOf(StepNotTaken.class)
            .hasMessageContaining("the app crashed: java.lang.IllegalStateException")
            .hasMessageContaining("the partner's SDK fell over");
      }
      assertThat(device.isAlive()).isTrue();
      try (Visit next = lab.visit(device)) {
        next.perform(Samples.track("Fine"));
        next.awaited("POST api.partner.test/track");
      }
    }
  }

  /** The driver runs in the server's own process: no other node is there to be killed. */
  @Test
  void aServerThatIsKilledWithItsDriverIsToldAndTheNextOneIsFine() throws Exception {
    AppiumSpec spec = lab.attach(lab.recorder().trust());
    try (Device device = lab.start(spec);
        Visit visit = lab.visit(device)) {
      List<ProcessHandle> servers = servers();
      assertThat(servers).hasSize(1);
      assertThat(nodes()).isEqualTo(servers);
      kill(servers);

      assertThatThrownBy(() -> visit.perform(Samples.track("Late")))
          .isInstanceOf(DeviceLost.class)
          .hasMessageContaining("the phone is gone: Appium ended with status 137");
      assertThat(device.isAlive()).isFalse();
    }
    assertThat(servers()).isEmpty();
    lab.attachAgain();
    try (Device device = lab.start(spec);
        Visit visit = lab.visit(device)) {
      visit.perform(Samples.track("Fine"));
      visit.awaited("POST api.partner.test/track");
    }
  }

  /** Within a step's deadline, here 15 s; the server of Appium stays. */
  @Test
  void anAdbServerThatIsKilledIsToldAndTheNextOneIsFine() throws Exception {
    AppiumSpec spec = lab.attach(lab.recorder().trust());
    List<ProcessHandle> appium = servers();
    try (Device device = lab.start(spec);
        Visit visit = lab.visit(device)) {
      List<ProcessHandle> adb = lab.adbServers();
      assertThat(adb).hasSize(1);
      kill(adb);

      assertThatThrownBy(() -> visit.perform(Samples.track("Late")))
          .isInstanceOf(DeviceLost.class)
          .hasMessageMatching(
              "the phone is gone: the adb server at port \\d+ has ended; an adb of .*");
      assertThat(device.isAlive()).isFalse();
    }
    assertThat(servers()).as("it serves other phones too").isEqualTo(appium);
    lab.attachAgain();
    assertThat(lab.adbServers()).hasSize(1);
    try (Device device = lab.start(spec);
        Visit visit = lab.visit(device)) {
      visit.perform(Samples.track("Fine"));
      visit.awaited("POST api.partner.test/track");
    }
  }

  private static void kill(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      process.destroyForcibly();
      process.onExit().get(10, TimeUnit.SECONDS);
    }
  }

  /** Those that this process has started, by their program's argument. */
  private static List<ProcessHandle> servers() {
    return nodes().stream()
        .filter(
            process ->
                List.of(process.info().arguments().orElse(new String[0])).stream()
                    .anyMatch(argument -> argument.endsWith("appium/index.js")))
        .toList();
  }

  private static List<ProcessHandle> nodes() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("node"))
        .toList();
  }
}
