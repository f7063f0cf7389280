package dev.crosscheck.adapter.appium.pretended.apple;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.pretended.Strangers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which permissions the pretended tools change, and that they know no others. */
class PermissionsTest {
  private static final String APP = StandInApp.ID;

  @TempDir private Path folder;

  private Mac mac;
  private Simulator simulator;

  @BeforeEach
  void start() throws Exception {
    mac = Mac.in(folder, Path.of("node"), new Strangers());
    simulator = mac.simulator("iPhone 16", "18.2");
    simulator.boot();
    simulator.install(Mac.app(folder.resolve("Crosscheck.app")));
    simulator.launchApp(APP, List.of());
  }

  @AfterEach
  void end() {
    mac.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"grant location", "revoke location-always", "reset location"})
  void applesOwnToolEndsTheApp(String what) {
    assertThat(privacy(what + " " + APP)).isNotSameAs(Said.UNKNOWN);

    assertThat(simulator.permissions()).containsExactly(what + " " + APP);
    assertThat(simulator.app()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grant camera dev.crosscheck.app",
        "give location dev.crosscheck.app",
        "grant location dev.crosscheck.other",
        "grant location",
        "grant location dev.crosscheck.app now"
      })
  void applesOwnToolIsAskedForNothingElse(String words) {
    assertThat(privacy(words)).isSameAs(Said.UNKNOWN);

    assertThat(simulator.permissions()).isEmpty();
    assertThat(simulator.app()).isPresent();
  }

  private Said privacy(String words) {
    return simulator.privacy(List.of(words.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"camera=yes", "camera=NO"})
  void theOtherToolLeavesTheAppRunning(String what) {
    assertThat(simutils(simulator.udid(), APP, what)).isNotSameAs(Said.UNKNOWN);

    assertThat(simulator.permissions()).containsExactly(what + " " + APP);
    assertThat(simulator.app()).isPresent();
  }

  @Test
  void theOtherToolIsAskedForNothingElse() {
    assertThat(simutils("another", APP, "camera=yes")).isSameAs(Said.UNKNOWN);
    assertThat(simutils(simulator.udid(), "another", "camera=yes")).isSameAs(Said.UNKNOWN);
    assertThat(simutils(simulator.udid(), APP, "location=yes")).isSameAs(Said.UNKNOWN);
    assertThat(simutils(simulator.udid(), APP, "camera=maybe")).isSameAs(Said.UNKNOWN);
    assertThat(new SimUtils(mac).answer(List.of("--list"))).isSameAs(Said.UNKNOWN);
    simulator.shutdown();
    assertThat(simutils(simulator.udid(), APP, "camera=yes")).isSameAs(Said.UNKNOWN);

    assertThat(simulator.permissions()).isEmpty();
  }

  private Said simutils(String udid, String bundle, String what) {
    return new SimUtils(mac)
        .answer(List.of("--byId", udid, "--bundle", bundle, "--setPermissions", what));
  }
}
