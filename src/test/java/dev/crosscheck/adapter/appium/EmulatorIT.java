package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.appium.pretended.EmulatorProgram;
import dev.crosscheck.adapter.appium.pretended.EmulatorProgram.Boot;
import dev.crosscheck.adapter.appium.pretended.FakePhone;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.adapter.robolectric.EmbeddedLab;
import dev.crosscheck.adapter.robolectric.EmbeddedPhone;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Program;
import dev.crosscheck.support.Family;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** AVDs are booted for a run, by a pretended {@code emulator}, and none is left running. */
@Timeout(300)
class EmulatorIT {
  private static final Strangers STRANGERS = new Strangers();

  /** What a boot that does not end is given here, the driver's part of it included. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  @TempDir private static Path folder;
  private static EmulatorProgram emulators;
  private static EmbeddedLab embedded;
  private static PhoneLab lab;

  @BeforeAll
  static void start() throws Exception {
    embedded = EmbeddedLab.android();
    emulators =
        EmulatorProgram.install(folder, TestSupply.create().program(Program.ADB), STRANGERS);
    emulators.avd("Small_Phone", Boot.QUICK, FakePhone::new);
    emulators.avd("Never_Up", Boot.NEVER, FakePhone::new);
    lab = new PhoneLab(embedded, Sdk.ANALYTICS_ANDROID, emulators.environment());
  }

  @AfterAll
  static void end() {
    lab.close();
    emulators.close();
    // ended by force where it does not listen, for which the system takes a moment
    assertThat(lab.adbServers()).noneMatch(Family::stays);
  }

  @AfterEach
  void nothingRunsAndNothingWasUnknown() {
    assertThat(emulators.awaitNone()).as("%s", emulators.running()).isTrue();
    STRANGERS.assertNothingUnknown();
  }

  @Test
  void anAvdIsBootedOnceForAllCellsAndEndedWithTheDevice() throws Exception {
    EmbeddedPhone phone = embedded.phone(List.of());
    emulators.avd("Pixel_8_API_34", Boot.QUICK, () -> phone);
    int before = emulators.launches();
    AppiumSpec spec = lab.emulator("Pixel_8_API_34");
    try (Device device = lab.start(spec, spec.starting())) {
      for (String cell : List.of("One", "Two")) {
        try (Visit visit = lab.visit(device)) {
          visit.perform(Samples.track(cell));
          visit.awaited("POST api.partner.test/track");
        }
      }
      assertThat(device.facts().name()).isEqualTo("Android 14 (API 34), sdk_gphone64_x86_64");
      assertThat(emulators.running()).containsExactly("Pixel_8_API_34");
    }
    assertThat(emulators.launches()).isEqualTo(before + 1);
  }

  @Test
  void anAvdThatRunsAlreadyIsUsedAndLeftRunning() {
    AppiumSpec spec = lab.emulator("Small_Phone");
    try (Device users = lab.start(spec)) {
      int before = emulators.launches();
      try (Device ours = lab.start(spec)) {
        assertThat(ours.isAlive()).isTrue();
      }
      assertThat(emulators.launches()).isEqualTo(before);
      assertThat(emulators.running()).containsExactly("Small_Phone");
    }
  }

  @Test
  void anAvdThatIsNotThereIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> lab.start(lab.emulator("Pixel_9"), PATIENCE))
        .isInstanceOf(DeviceLost.class)
        .hasMessageContaining("'emulator' gives no session: ")
        .hasMessageContaining("Avd 'Pixel_9' is not available")
        .hasMessageContaining("Small_Phone");
  }

  @Test
  void aBootThatNeverEndsIsToldInTimeAndEnded() {
    long begun = System.nanoTime();
    assertThatThrownBy(() -> lab.start(lab.emulator("Never_Up"), PATIENCE))
        .isInstanceOf(DeviceLost.class)
        .hasMessageContaining("'emulator' gives no session: ")
        .hasMessageContaining("the AVD 'Never_Up' did not boot in time")
        .hasMessageContaining("'emulator -avd Never_Up'");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.plusSeconds(20));
  }
}
