package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosscheck.adapter.supply.FakeMachine;
import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.adapter.supply.SystemAppleTools;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.FakeMac;
import dev.crosscheck.support.FakeSdk;
import dev.crosscheck.support.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppiumNeedsTest {
  private static final String AVD = "Pixel_8_API_34";
  private static final AppiumSpec EMULATOR =
      spec("pixel-8-api-34", new AppiumSpec.Emulator(Optional.of(AVD)), Optional.empty());
  private static final AppiumSpec REAL =
      spec("phone", new AppiumSpec.RealAndroid(Optional.empty()), Optional.empty());
  private static final AppiumSpec FARM =
      spec(
          "farm",
          new AppiumSpec.Emulator(Optional.of(AVD)),
          Optional.of(SecretText.of("https://farm.test/wd")));

  @TempDir Path home;
  private FakeMachine fake;
  private FakeSdk sdk;

  @BeforeEach
  void begin() {
    fake = new FakeMachine(home.resolve("machine"));
    sdk = new FakeSdk(home);
  }

  @Test
  void namesOneThingAfterTheOther() throws Exception {
    assertThat(reason(EMULATOR)).isEqualTo("no Node.js: not on PATH");
    fake.program("node", "echo v20.19.0");
    assertThat(reason(EMULATOR)).isEqualTo("no npm: not on PATH");
    fake.program("npm", "mkdir -p node_modules");
    assertThat(reason(EMULATOR))
        .startsWith("no Android SDK: ANDROID_HOME is not set, and there is");
    Files.createDirectories(sdk.folder().resolve("cmdline-tools"));
    assertThat(reason(EMULATOR)).endsWith("has no platform-tools/adb");
    sdk.adb();
    assertThat(reason(EMULATOR)).endsWith("has no emulator/emulator");
    sdk.emulator();
    assertThat(reason(EMULATOR)).startsWith("no AVD 'Pixel_8_API_34': there is none in");
    sdk.avd(AVD);
    assertThat(reason(EMULATOR)).startsWith("AVD 'Pixel_8_API_34' runs system-images;android-34;");
    sdk.image();
    assertThat(needs().check(EMULATOR))
        .isEqualTo(new Availability.Available("emulator Pixel_8_API_34 by Appium"));
    assertThat(fake.calls()).as("nothing was started").isEmpty();
  }

  @Test
  void asksNoSdkForARealDevice() throws Exception {
    fake.program("node", "echo v20.19.0");
    fake.program("npm", "mkdir -p node_modules");
    assertThat(reason(REAL)).isEqualTo("no adb: not on PATH");
    fake.program("adb", "echo 'Android Debug Bridge version 1.0.41'");

    assertThat(needs().check(REAL))
        .isEqualTo(new Availability.Available("the device that adb shows, by Appium"));
    needs().prepare(REAL);
    assertThat(fake.calls()).singleElement().asString().startsWith("npm ci");
  }

  @Test
  void needsNothingForAServerElsewhere() throws Exception {
    assertThat(needs().check(FARM))
        .isEqualTo(new Availability.Available("emulator Pixel_8_API_34 at https://farm.test/wd"));
    assertThat(needs().programs(FARM)).isEmpty();
    assertThat(needs().warning(FARM)).isEmpty();
    needs().prepare(FARM);
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void warnsOfASlowEmulatorAndOfNoPhone() {
    assertThat(needs().warning(EMULATOR)).isEqualTo(android(fake.supply()).slowness());
    assertThat(needs().warning(REAL)).isEmpty();
  }

  @Test
  void namesTheProgramsThatAreFetched() throws Exception {
    assertThat(needs().programs(REAL))
        .containsExactlyInAnyOrder(Program.NODE, Program.NPM, Program.ADB);
    assertThat(needs().programs(EMULATOR))
        .as("what it lacks first is the SDK")
        .containsExactlyInAnyOrder(Program.NODE, Program.NPM);

    fake.program("node", "echo v20.19.0");
    fake.program("npm", "mkdir -p node_modules");
    sdk.whole(AVD);
    needs().prepare(EMULATOR);
    assertThat(needs().programs(EMULATOR)).as("the SDK's own adb").containsExactly(Program.NODE);

    Files.delete(sdk.adb());
    assertThat(needs().programs(EMULATOR)).as("it would say so").containsExactly(Program.NODE);
    fake.program("adb", "echo 'Android Debug Bridge version 1.0.41'");
    assertThat(needs().programs(EMULATOR)).containsExactlyInAnyOrder(Program.NODE, Program.ADB);
  }

  @Test
  void fetchesNothingWhereSomethingLacksThatCannotBeHad() throws Exception {
    fake.program("node", "echo v20.19.0");
    fake.program("npm", "mkdir -p node_modules");

    assertThat(shortage(EMULATOR)).hasMessageStartingWith("no Android SDK: ");
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void refusesAnOldNode() throws Exception {
    Path node = ready("v18.20.4");

    assertThat(shortage(EMULATOR))
        .hasMessage("'" + node + "' is Node.js 18.20.4, too old: 20.19 or later is needed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21.7.3", "22.11.0", "23.9.0"})
  void refusesANodeOnWhichAppiumDoesNotRun(String version) throws Exception {
    Path node = ready("v" + version);

    Shortage shortage = shortage(EMULATOR);

    assertThat(shortage)
        .hasMessage(
            "'"
                + node
                + "' is Node.js "
                + version
                + ", and Appium needs 20.19, 22.12, 24 or later");
    assertThat(shortage.remedy())
        .isEqualTo("install Node.js 20.19, 22.12, 24 or later, or name one with CROSSCHECK_NODE");
    assertThat(fake.calls()).as("before anything is fetched").isEmpty();
  }

  @Test
  void saysWithWhatOfApplesASimulatorIsDriven() throws Exception {
    haveNode();
    AppiumSpec simulator = simulator("18.2", Map.of());

    assertThat(on(new FakeMac(FakeMac.agent())).check(simulator))
        .isEqualTo(
            new Availability.Available(
                "simulator iPhone 16, iOS 18.2 by Appium, Xcode 16.2, WebDriverAgent at "
                    + FakeMac.AGENT));
    assertThat(on(new FakeMac(FakeMac.agent("16.12.8"))).check(simulator))
        .isEqualTo(
            new Availability.Available(
                "simulator iPhone 16, iOS 18.2 by Appium, Xcode 16.2, WebDriverAgent 16.12.8 at "
                    + FakeMac.AGENT));
    assertThat(on(new FakeMac(FakeMac.agent())).warning(simulator)).isEmpty();
  }

  @Test
  void warnsOfAWebDriverAgentThatIsMuchOlder() throws Exception {
    haveNode();
    AppiumSpec simulator = simulator("18.2", Map.of());
    AppiumNeeds older = on(new FakeMac(FakeMac.agent("15.3.1")));

    assertThat(older.check(simulator)).isInstanceOf(Availability.Available.class);
    assertThat(older.warning(simulator))
        .contains(
            "the prebuilt WebDriverAgent calls itself 15.3.1, the driver's own is 16.12.8: fetch it"
                + " anew, as docs/ios.md says");
    assertThat(on(new FakeMac(FakeMac.agent("16.12.7"))).warning(simulator)).isEmpty();
    assertThat(on(new FakeMac(FakeMac.agent(FakeMac.DRIVERS))).warning(simulator)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("withoutOurAgent")
  void asksForNoWebDriverAgentThatWouldNotBeUsed(AppiumSpec simulator) throws Exception {
    haveNode();
    Presence missing = new Presence.Missing("no agent", "");
    AppiumNeeds without = on(new FakeMac(missing));
    AppiumNeeds older = on(new FakeMac(FakeMac.agent("15.3.1")));
    AppiumNeeds building = on(new FakeMac(new Presence.Fetchable("build it")));

    assertThat(((Availability.Unavailable) without.check(simulator("18.2", Map.of()))).reason())
        .isEqualTo("no agent");
    assertThat(without.check(simulator)).isInstanceOf(Availability.Available.class);
    assertThat(((Availability.Available) older.check(simulator)).how())
        .endsWith("by Appium, Xcode 16.2");
    assertThat(older.warning(simulator)).isEmpty();
    assertThat(building.warning(simulator("18.2", Map.of()))).isPresent();
    assertThat(building.warning(simulator)).isEmpty();
  }

  private static List<AppiumSpec> withoutOurAgent() {
    return List.of(
        simulator("16.4", Map.of()),
        simulator("18.2", Map.of("appium:prebuiltWDAPath", "other.app")),
        simulator("18.2", Map.of("appium:webDriverAgentUrl", "http://127.0.0.1:8100")));
  }

  private static AppiumSpec simulator(String version, Map<String, Object> capabilities) {
    return new AppiumSpec(
        "iphone-16",
        Samples.AT,
        new AppiumSpec.Simulator(
            Optional.of("iPhone 16"), Optional.of(version), Optional.empty(), false),
        Sdk.ANALYTICS_SWIFT,
        Optional.empty(),
        capabilities);
  }

  private void haveNode() throws IOException {
    fake.program("node", "echo v20.19.0");
    fake.program("npm", "mkdir -p node_modules");
  }

  private AppiumNeeds on(AppleTools apple) {
    Supply supply = fake.supply();
    return new AppiumNeeds(supply, android(supply), apple);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20.19.0", "20.20.2", "22.12.0", "24.0.0", "26.1.0"})
  void takesTheOthers(String version) throws Exception {
    Path node = ready("v" + version);

    needs().prepare(EMULATOR);

    assertThat(AppiumNeeds.node(fake.supply())).isEqualTo(node);
  }

  /** As doctor asks: first for the versions of all programs. */
  @Test
  void knowsAVersionThatWasAskedForBefore() throws Exception {
    ready("v22.5.0");
    Supply supply = fake.supply();
    AppiumNeeds needs = new AppiumNeeds(supply, android(supply), new SystemAppleTools(Map.of()));
    assertThat(needs.check(EMULATOR)).isInstanceOf(Availability.Available.class);

    supply.examine(Program.NODE);

    assertThat(((Availability.Unavailable) needs.check(EMULATOR)).reason())
        .endsWith("is Node.js 22.5.0, and Appium needs 20.19, 22.12, 24 or later");
  }

  /** An emulator that lacks nothing but perhaps the right Node.js. */
  private Path ready(String node) throws IOException {
    sdk.whole(AVD);
    fake.program("npm", "mkdir -p node_modules");
    return fake.program("node", "echo " + node);
  }

  private AppiumNeeds needs() {
    Supply supply = fake.supply();
    return new AppiumNeeds(supply, android(supply), new SystemAppleTools(Map.of()));
  }

  private SystemAndroidSdk android(Supply supply) {
    return new SystemAndroidSdk(home.resolve("cache"), sdk.environment(), supply);
  }

  private String reason(AppiumSpec spec) {
    return ((Availability.Unavailable) needs().check(spec)).reason();
  }

  private Shortage shortage(AppiumSpec spec) {
    return catchThrowableOfType(Shortage.class, () -> needs().prepare(spec));
  }

  private static AppiumSpec spec(String id, AppiumSpec.Target target, Optional<SecretText> server) {
    return new AppiumSpec(id, Samples.AT, target, Sdk.ANALYTICS_KOTLIN, server, Map.of());
  }
}
