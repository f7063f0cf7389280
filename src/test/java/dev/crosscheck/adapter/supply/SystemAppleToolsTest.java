package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apple's tools, pretended by programs on a PATH of the test's own. */
class SystemAppleToolsTest {
  private static final String LIST =
      """
      {"devicetypes": [{"name": "iPhone 16"}],
       "runtimes": [{"name": "iOS 18.2", "version": "18.2", "identifier": "r-18-2", "isAvailable": true},
                    {"name": "tvOS 18.2", "version": "18.2", "identifier": "tv", "isAvailable": true}],
       "devices": {"r-18-2": [{"udid": "ONE", "name": "mine", "isAvailable": true}]}}
      """;

  private static final String LIBRARY =
      "PlugIns/WebDriverAgentRunner.xctest/Frameworks/WebDriverAgentLib.framework/Info.plist";

  @TempDir Path bin;

  @BeforeEach
  void haveXcode() throws IOException {
    program("xcode-select", "echo /Applications/Xcode.app/Contents/Developer");
    program("xcodebuild", "echo 'Xcode 16.4'; echo 'Build version 16F6'");
    Files.writeString(bin.resolve("list.json"), LIST);
    program("xcrun", "cat '" + bin.resolve("list.json") + "'");
  }

  @Test
  void tellsXcodeAndItsVersion() {
    assertThat(tools().xcode())
        .isEqualTo(
            new Presence.Here(
                Path.of("/Applications/Xcode.app/Contents/Developer"), Optional.of("16.4")));
  }

  @Test
  void saysWhatToDoWithoutXcode() throws IOException {
    program("xcode-select", "echo 'error: Unable to get active developer directory' >&2; exit 2");

    Presence.Missing missing = (Presence.Missing) tools().xcode();

    assertThat(missing.reason())
        .isEqualTo(
            "no Xcode: 'xcode-select' says: error: Unable to get active developer directory");
    assertThat(missing.remedy()).startsWith("install Xcode from the App Store");
  }

  @Test
  void asksNothingWhereThereIsNoMac() throws IOException {
    program("xcode-select", "touch '" + bin.resolve("asked") + "'");
    Machine linux = new Machine("debian", false, "linux", Path.of("/"));

    Presence.Missing missing = (Presence.Missing) new SystemAppleTools(Map.of(), linux).xcode();

    assertThat(missing.reason()).isEqualTo("iOS needs macOS and Xcode, and this is no Mac");
    assertThat(bin.resolve("asked")).doesNotExist();
  }

  @Test
  void findsSimulatorsByNameAndVersionAndByUdid() {
    assertThat(simulator("iPhone 16", "18.2")).isInstanceOf(Presence.Here.class);
    assertThat(simulator("mine", "18.2")).isInstanceOf(Presence.Here.class);
    assertThat(named("ONE")).isInstanceOf(Presence.Here.class);
  }

  @Test
  void namesTheRuntimeOrDeviceThatIsNotThere() {
    assertThat(simulator("iPhone 16", "17.0"))
        .isEqualTo(
            new Presence.Missing(
                "no runtime of iOS 17.0: there is 18.2",
                "install it with: xcodebuild -downloadPlatform iOS -buildVersion 17.0"));
    assertThat(simulator("iPhone 61", "18.2"))
        .isEqualTo(
            new Presence.Missing(
                "no simulator and no device type 'iPhone 61'", "did you mean 'iPhone 16'?"));
    assertThat(((Presence.Missing) named("TWO")).reason()).isEqualTo("no simulator 'TWO'");
  }

  @Test
  void takesOnlyAnAgentThatIsOne() {
    assertThat(tools().webDriverAgent()).isInstanceOf(Presence.Fetchable.class);
    Map<String, String> named =
        Map.of("PATH", path(), SystemAppleTools.WEB_DRIVER_AGENT, bin.toString());
    assertThat(SystemAppleTools.onMac(named).webDriverAgent()).isInstanceOf(Presence.Missing.class);
  }

  @Test
  void tellsTheVersionOfTheAgent() throws Exception {
    String drivers = tools().driversWebDriverAgent();
    Path agent = agent(drivers);

    assertThat(Files.readString(Path.of("harness/appium/package-lock.json")))
        .containsPattern(
            "node_modules/appium-webdriveragent\": \\{\\s+\"version\": \"" + drivers + "\"");
    assertThat(named(agent)).isEqualTo(new Presence.Here(agent, Optional.of(drivers)));
    assertThat(Files.readString(bin.resolve("asked")))
        .isEqualTo("-convert json -o - " + agent.resolve(LIBRARY) + "\n");
  }

  /** Appium's own downloads name the version before theirs. */
  @Test
  void takesAnAgentOfAnotherVersion() throws Exception {
    Path agent = agent("9.0.1");

    assertThat(named(agent)).isEqualTo(new Presence.Here(agent, Optional.of("9.0.1")));
  }

  @Test
  void takesAnAgentThatDoesNotTell() throws Exception {
    Path agent = agent("9.0.1");
    program("plutil", "echo 'not a property list' >&2; exit 1");
    assertThat(named(agent)).isEqualTo(new Presence.Here(agent, Optional.empty()));

    program("plutil", "echo no JSON");
    assertThat(named(agent)).isEqualTo(new Presence.Here(agent, Optional.empty()));

    program("plutil", "touch '" + bin.resolve("asked") + "'");
    Files.delete(agent.resolve(LIBRARY));
    assertThat(named(agent)).isEqualTo(new Presence.Here(agent, Optional.empty()));
    assertThat(bin.resolve("asked")).doesNotExist();
  }

  /** As Xcode lays it out; {@code plutil} reads it. */
  private Path agent(String version) throws IOException {
    Path agent = bin.resolve("WebDriverAgentRunner-Runner.app");
    Files.createDirectories(agent.resolve(LIBRARY).resolveSibling(""));
    Files.writeString(agent.resolve("Info.plist"), "bplist00");
    Files.writeString(agent.resolve(LIBRARY), "bplist00");
    program(
        "plutil",
        "echo \"$@\" > '%s'; echo '{\"CFBundleShortVersionString\": \"%s\"}'"
            .formatted(bin.resolve("asked"), version));
    return agent;
  }

  private Presence named(Path agent) {
    return SystemAppleTools.onMac(
            Map.of("PATH", path(), SystemAppleTools.WEB_DRIVER_AGENT, agent.toString()))
        .webDriverAgent();
  }

  @Test
  void bootsASimulatorAndShutsItDown() throws Exception {
    program("xcrun", "echo \"$@\" >> '" + said() + "'; cat '" + bin.resolve("list.json") + "'");

    AppleTools.Booted booted = tools().boot(mine());
    assertThat(booted.udid()).isEqualTo("ONE");
    assertThat(Files.readString(said())).endsWith("simctl bootstatus ONE -b\n");
    booted.close();
    booted.close();

    assertThat(Files.readString(said()))
        .endsWith("simctl bootstatus ONE -b\nsimctl shutdown ONE\n");
  }

  @Test
  void bootsTheNewestOfSeveralUnlessOneRuns() throws Exception {
    String two =
        """
        {"devicetypes": [],
         "runtimes": [{"name": "iOS 18.10", "version": "18.10", "identifier": "new", "isAvailable": true},
                      {"name": "iOS 18.2", "version": "18.2", "identifier": "old", "isAvailable": true}],
         "devices": {"new": [{"udid": "NEW", "name": "mine", "isAvailable": true}],
                     "old": [{"udid": "OLD", "name": "mine", "isAvailable": true%s}]}}
        """;
    AppleTools.Wanted any =
        new AppleTools.Wanted(Optional.of("mine"), Optional.empty(), Optional.empty(), false);
    Files.writeString(bin.resolve("list.json"), two.formatted(""));
    assertThat(tools().boot(any).udid()).isEqualTo("NEW");

    Files.writeString(bin.resolve("list.json"), two.formatted(", \"state\": \"Booted\""));
    assertThat(tools().boot(any).udid()).isEqualTo("OLD");
  }

  @Test
  void leavesASimulatorThatRanBefore() throws Exception {
    Files.writeString(
        bin.resolve("list.json"),
        LIST.replace("\"name\": \"mine\"", "\"name\": \"mine\", \"state\": \"Booted\""));
    program("xcrun", "echo \"$@\" >> '" + said() + "'; cat '" + bin.resolve("list.json") + "'");

    tools().boot(mine()).close();

    assertThat(Files.readString(said())).doesNotContain("shutdown");
  }

  @Test
  void saysWhyNoSimulatorIsBooted() throws IOException {
    assertThatThrownBy(() -> tools().boot(wanted("iPhone 16", "18.2")))
        .isInstanceOf(Shortage.class)
        .hasMessage("no simulator 'iPhone 16' has been made");
    assertThatThrownBy(() -> tools().boot(wanted("iPhone 16", "17.0")))
        .isInstanceOf(Shortage.class)
        .hasMessageStartingWith("no runtime of iOS 17.0");

    program(
        "xcrun",
        "echo \"$@\" >> '%s'; case \"$2\" in list) cat '%s';; *) echo 'no disk' >&2; exit 5;; esac"
            .formatted(said(), bin.resolve("list.json")));
    assertThatThrownBy(() -> tools().boot(mine()))
        .isInstanceOf(Shortage.class)
        .hasMessage("the simulator 'mine' does not boot: 'xcrun' says: no disk");
    assertThat(Files.readString(said())).endsWith("simctl shutdown ONE\n");
  }

  private Path said() {
    return bin.resolve("said");
  }

  private static AppleTools.Wanted mine() {
    return wanted("mine", "18.2");
  }

  private static AppleTools.Wanted wanted(String name, String version) {
    return new AppleTools.Wanted(Optional.of(name), Optional.of(version), Optional.empty(), false);
  }

  private Presence simulator(String name, String version) {
    return tools()
        .simulator(
            new AppleTools.Wanted(
                Optional.of(name), Optional.of(version), Optional.empty(), false));
  }

  private Presence named(String udid) {
    return tools()
        .simulator(
            new AppleTools.Wanted(Optional.empty(), Optional.empty(), Optional.of(udid), false));
  }

  private SystemAppleTools tools() {
    return SystemAppleTools.onMac(Map.of("PATH", path()));
  }

  private String path() {
    return bin + ":/usr/bin:/bin";
  }

  private void program(String name, String script) throws IOException {
    Path file = bin.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
