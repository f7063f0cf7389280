package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.appium.pretended.EmulatorProgram;
import dev.crosscheck.adapter.appium.pretended.EmulatorProgram.Boot;
import dev.crosscheck.adapter.appium.pretended.FakePhone;
import dev.crosscheck.adapter.appium.pretended.Strangers;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.support.TestSupply;
import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.android.options.UiAutomator2Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.ScreenOrientation;
import org.openqa.selenium.SessionNotCreatedException;

/** The real Appium server and its driver boot AVDs by a pretended {@code emulator}. */
class EmulatorProgramIT {
  private static final Strangers STRANGERS = new Strangers();
  private static final Duration LONG = Duration.ofSeconds(40);

  @TempDir private static Path folder;
  private static EmulatorProgram emulators;
  private static AppiumBench bench;

  @BeforeAll
  static void start() throws Shortage {
    Path adb = TestSupply.create().program(Program.ADB);
    emulators = EmulatorProgram.install(folder, adb, STRANGERS);
    emulators.avd("Pixel_8_API_34", Boot.QUICK, FakePhone::new);
    emulators.avd("Small_Phone", Boot.QUICK, FakePhone::new);
    emulators.avd("Never_Up", Boot.NEVER, FakePhone::new);
    bench = AppiumBench.start(folder, emulators.environment());
  }

  @AfterAll
  static void end() {
    emulators.close();
    bench.close();
    STRANGERS.assertNothingUnknown();
  }

  @AfterEach
  void nothingRuns() {
    assertThat(emulators.running()).isEmpty();
  }

  @Test
  void anAvdIsBootedAndKilled() {
    AndroidDriver driver = bench.session(avd("Pixel_8_API_34"));
    String serial = serial(driver);
    assertThat(driver.getOrientation()).isEqualTo(ScreenOrientation.PORTRAIT);
    assertThat(emulators.launched("Pixel_8_API_34")).contains("-avd", "-delay-adb", "-no-window");
    driver.quit();

    assertThat(emulators.running()).containsExactly("Pixel_8_API_34");
    kill(serial);
  }

  @Test
  void twoAvdsRunAtOnceAndOneThatRunsIsNotBootedAgain() throws Exception {
    var first = CompletableFuture.supplyAsync(() -> bench.session(avd("Pixel_8_API_34")));
    var second = CompletableFuture.supplyAsync(() -> bench.session(avd("Small_Phone")));
    AndroidDriver one = first.get();
    AndroidDriver two = second.get();
    assertThat(emulators.running()).containsExactlyInAnyOrder("Pixel_8_API_34", "Small_Phone");
    two.quit();
    AndroidDriver again = bench.session(avd("Small_Phone"));
    assertThat(serial(again)).isEqualTo(serial(two));
    one.quit();
    again.quit();
    kill(serial(one));
    kill(serial(two));
  }

  @Test
  void anAvdThatIsNotThereIsNotStarted() {
    assertThatThrownBy(() -> bench.session(avd("Pixel_9")))
        .isInstanceOf(SessionNotCreatedException.class)
        .hasMessageContaining("Avd 'Pixel_9' is not available")
        .hasMessageContaining("Small_Phone");
  }

  /** The driver leaves it behind. */
  @Test
  void aBootThatNeverEndsIsToldInTime() {
    UiAutomator2Options options =
        avd("Never_Up")
            .setAvdLaunchTimeout(Duration.ofSeconds(10))
            .setAvdReadyTimeout(Duration.ofSeconds(5));
    options.setCapability("appium:allowDelayAdb", false);
    assertThatThrownBy(() -> bench.session(options))
        .isInstanceOf(SessionNotCreatedException.class)
        .hasMessageContaining("Emulator is not ready within");

    assertThat(emulators.running()).containsExactly("Never_Up");
    String serial = bench.adb().run("devices").lines().skip(1).findFirst().orElse("");
    kill(serial.replaceFirst("\\s.*", ""));
  }

  @Test
  void theProgramItselfSaysWhatItDoesNotTake() throws Exception {
    assertThat(run("-list-avds")).isEqualTo("Never_Up\nPixel_8_API_34\nSmall_Phone\n");
    assertThat(run("-avd", "Pixel_9")).startsWith("PANIC: Unknown AVD name [Pixel_9]");
    Strangers strangers = new Strangers();
    try (EmulatorProgram other =
        EmulatorProgram.install(
            folder.resolve("other"), folder.resolve("sdk/platform-tools/adb"), strangers)) {
      assertThat(run(other, "-avd", "Pixel_9", "-fly")).startsWith("unknown option: ");
    }
    assertThatThrownBy(strangers::assertNothingUnknown).hasMessageContaining("'-fly'");
  }

  private static UiAutomator2Options avd(String name) {
    return new UiAutomator2Options()
        .setAvd(name)
        .setIsHeadless(true)
        .setAvdLaunchTimeout(LONG)
        .setAvdReadyTimeout(LONG);
  }

  private static String serial(AndroidDriver driver) {
    return String.valueOf(driver.getCapabilities().getCapability("appium:deviceUDID"));
  }

  private static void kill(String serial) {
    bench.adb().run("-s", serial, "emu", "kill");
    assertThat(emulators.awaitEnd(serial)).isTrue();
  }

  private static String run(String... arguments) throws IOException, InterruptedException {
    return run(emulators, arguments);
  }

  private static String run(EmulatorProgram program, String... arguments)
      throws IOException, InterruptedException {
    var line = new ArrayList<String>();
    line.add(program.sdk().resolve("emulator/emulator").toString());
    line.addAll(List.of(arguments));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
