package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.appium.pretended.apple.Mac;
import dev.crosscheck.adapter.appium.pretended.apple.Simulator;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a simulator is told in words that can be acted on, and leaves nothing. */
@Timeout(300)
class SimulatorTroubleIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static SimulatorLab lab;
  private Simulator simulator;
  private AppiumSpec spec;

  @BeforeAll
  static void start() {
    lab = new SimulatorLab();
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  @BeforeEach
  void begin() {
    simulator = lab.mac().simulator("iPhone 16", "18.2");
    spec = SimulatorLab.spec("iphone-16", simulator.udid());
  }

  @AfterEach
  void nothingRunsAndNothingWasUnknown() {
    assertThat(lab.mac().running()).isEmpty();
    lab.assertNothingUnknown();
  }

  @Test
  void anAgentThatDoesNotStart() {
    simulator.refuseAgent();

    assertThatThrownBy(() -> lab.start(spec, Duration.ofSeconds(30)))
        .isInstanceOf(DeviceLost.class)
        .hasMessageStartingWith("'iphone-16' gives no session: ")
        .hasMessageContaining("WebDriverAgent does not start: fetch a prebuilt one anew, as");
  }

  @Test
  void aSimulatorThatIsEndedInTheMiddle() throws Exception {
    try (Device device = lab.start(spec, PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      simulator.shutdown();

      assertThatThrownBy(() -> visit.perform(Samples.track("Late")))
          .isInstanceOf(DeviceLost.class)
          .hasMessageStartingWith("the phone is gone: ");
      assertThat(device.isAlive()).isFalse();
    }
  }

  @Test
  void anAppThatCrashes() throws Exception {
    try (Device device = lab.start(spec, PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      assertThatThrownBy(() -> visit.perform(Samples.track("Crash")))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageStartingWith("'track Crash' was not taken: the app crashed: the app is not");
      assertThat(device.isAlive()).isTrue();
    }
  }

  @Test
  void aLinkThatNoAppOpens() throws Exception {
    try (Device device = lab.start(spec, PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      assertThatThrownBy(() -> visit.perform(new Step.DeepLink(Samples.AT, "acme://orders/7")))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("no app opens 'acme://orders/7'");
    }
  }

  @Test
  void aPushMessageThatIsNotDelivered() throws Exception {
    simulator.loseMessages();
    try (Device device = lab.start(spec, PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      assertThatThrownBy(() -> visit.session().perform(received("Sale"), Visit.soon()))
          .isInstanceOf(StepNotTaken.class)
          .hasMessage(
              "'push received' was not acknowledged in time: no push message came to the app");
      visit.perform(new Step.DeepLink(Samples.AT, "crosscheck://nowhere?json=%7B%7D"));
      assertThatThrownBy(() -> visit.session().perform(received("Sale"), Visit.soon()))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageEndingWith(
              "no push message came to the app; the app's last error: there is nothing at nowhere");
      assertThat(simulator.messages()).hasSize(2);
    }
  }

  @Test
  void aPushMessageThatIsRefused() throws Exception {
    try (Device device = lab.start(spec, PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      assertThatThrownBy(() -> visit.perform(received("Sale ".repeat(1000))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageStartingWith("'push received' was not taken: ")
          .hasMessageContaining("Invalid push payload");
    }
  }

  private static Step.OnDevice received(String title) {
    return new Step.Push(
        Samples.AT, Step.Push.Moment.RECEIVED, "", Samples.object().put("title", title));
  }

  /** The driver would go through the simulator's settings for it, and offer it to the network. */
  @Test
  void aCertificateThatIsRefused() {
    simulator.refuseCertificates();
    try (Device device = lab.start(spec, PATIENCE)) {
      assertThatThrownBy(() -> Visit.open(lab.recorder(), device, lab.working()))
          .isInstanceOf(DeviceLost.class)
          .hasMessageStartingWith("the simulator takes no certificate: ")
          .hasMessageContaining("processing the command (code=22)");
    }
  }

  @Test
  void anAppThatTrustsNobody() {
    simulator.forgetCertificates();
    try (Device device = lab.start(spec, PATIENCE)) {
      assertThatThrownBy(() -> Visit.open(lab.recorder(), device, lab.working()))
          .isInstanceOf(DeviceLost.class)
          .hasMessageStartingWith("the app does not reach the proxy, or does not trust it: ")
          .hasMessageContaining("SSL");
    }
  }

  @Test
  void anAppForAnotherProcessor(@TempDir Path folder) throws Exception {
    Path app = Mac.app(folder.resolve("Crosscheck.app"));
    MachO.write(app.resolve("Crosscheck"), MachO.DEVICE, MachO.ARM64);

    assertThatThrownBy(() -> AppFit.check(spec, app))
        .isInstanceOf(DeviceLost.class)
        .hasMessageContaining("is built for an iPhone on arm64, and 'iphone-16' is a simulator on");
  }
}
