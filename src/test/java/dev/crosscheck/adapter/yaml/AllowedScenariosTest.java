package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes near a mistake and is none: the rules must let it pass. */
class AllowedScenariosTest {
  private static final String NEAR = "scenarios/acme/near.yaml";

  @TempDir Path project;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "track: Order Completed",
        "click: \"#buy\"",
        "type: {css: input, text: shoes}",
        "navigate: /pricing",
        "reload",
        "background",
        "relaunch",
        "rotate: landscape",
        "appearance: dark",
        "deep link: https://shop.example/orders/7",
        "push: {received: {title: Sale}}"
      })
  void anAbsenceAfterSomethingThatCouldCauseIt(String cause) throws IOException {
    assertThat(told("[" + cause(cause) + "]", "[{partner: event, times: 0}]", "{}")).isEmpty();
  }

  @Test
  void anAbsenceOfANameThatNoStepComesNear() throws IOException {
    String expect = "[{partner: event, times: 0, match: {event: $mp_web_page_view}}]";

    assertThat(told("[{track: Order Completed}]", expect, "{}")).isEmpty();
  }

  @Test
  void boundsForDifferentMessagesOfAType() throws IOException {
    String expect =
        "[{partner: event, times: 1, match: {event: A}}, {partner: event, times: 2, match: {event: B}}]";

    assertThat(told("[{track: A}, {track: B}, {track: B}]", expect, "{}")).isEmpty();
  }

  @Test
  void aClosedClaimOnALaneWithoutASentinelBehindAShutGate() throws IOException {
    String expect = "[{partner: profile, times: 0}]";

    assertThat(told("[{identify: u-1}]", expect, "{}")).contains("[NoSentinel]");
    assertThat(told("[{identify: u-1}]", expect, "{enabled: false}")).isEmpty();
    assertThat(told("[{identify: u-1}]", expect, "{integrations: {Acme: false}}")).isEmpty();
    assertThat(told("[{identify: u-1}]", expect, "{settings: {token: null}}")).isEmpty();
  }

  @Test
  void aClosedClaimWhileOffline() throws IOException {
    String window = "{expect: [{partner: profile, times: 0}]}";

    assertThat(
            told(
                "[{identify: u-1}, {network: offline}, " + window + "]",
                "[{partner: profile}]",
                "{}"))
        .isEmpty();
  }

  @Test
  void anAbsenceOfTracksAfterWhatAMobileSdkTracksByItself() throws IOException {
    String none = "[{segment: track, times: 0}]";

    assertThat(told("[{screen: Cart}, {opt: out}]", none, "{}")).contains("[VacuousAbsence]");
    assertThat(told("[{screen: Cart}, background]", none, "{}")).isEmpty();
  }

  @Test
  void anythingWhileTheAppIsInTheBackground() throws IOException {
    String steps =
        "[background, {track: A}, {push: {received: {}}}, flush, {wait until: {partner: event}},"
            + " foreground]";

    assertThat(told(steps, "[{partner: event}]", "{}")).isEmpty();
  }

  @Test
  void differencesOnAndroidAndItsSdks() throws IOException {
    String differs =
        Stream.of("android", "jvm", "analytics-android", "analytics-kotlin", "android-jvm")
            .map(word -> word + ": {because: it is another SDK, expect: [{partner: event}]}")
            .collect(Collectors.joining(", ", "{", "}"));
    Path fresh = lay("[{track: A}]", "[{partner: event}]", "{}");
    Path scenario = fresh.resolve(NEAR);
    Files.writeString(scenario, Files.readString(scenario) + "differs: " + differs + "\n");

    assertThat(TestProject.told(fresh)).contains("unknown device 'android-jvm' [UnknownDevice]");
    Path devices = fresh.resolve("devices.yaml");
    Files.writeString(devices, Files.readString(devices) + "  android-jvm: {android: jvm}\n");
    assertThat(TestProject.told(fresh)).isEmpty();
  }

  private static String cause(String step) {
    return step.contains(":") ? "{" + step + "}" : step;
  }

  private String told(String steps, String expect, String given) throws IOException {
    return TestProject.told(lay(steps, expect, given));
  }

  private Path lay(String steps, String expect, String given) throws IOException {
    Path sound = Path.of("src/test/resources/dev/crosscheck/adapter/yaml/sound");
    Path fresh = Files.createTempDirectory(project, "project");
    TestProject.copy(sound, fresh);
    Files.writeString(
        fresh.resolve(NEAR),
        "scenario: near a mistake\nsteps: "
            + steps
            + "\nexpect: "
            + expect
            + "\ngiven: "
            + given
            + "\n");
    return fresh;
  }
}
