package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes near a mistake and is none: the rules must let it pass. */
class AllowedScenariosTest {
  @TempDir Path project;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "track: Order Completed",
        "click: \"#buy\"",
        "type: {css: input, text: shoes}",
        "navigate: /pricing",
        "reload"
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

  private static String cause(String step) {
    return step.contains(":") ? "{" + step + "}" : step;
  }

  private String told(String steps, String expect, String given) throws IOException {
    Path sound = Path.of("src/test/resources/dev/crosscheck/adapter/yaml/sound");
    Path fresh = Files.createTempDirectory(project, "project");
    TestProject.copy(sound, fresh);
    Files.writeString(
        fresh.resolve("scenarios/acme/near.yaml"),
        "scenario: near a mistake\nsteps: "
            + steps
            + "\nexpect: "
            + expect
            + "\ngiven: "
            + given
            + "\n");
    return TestProject.told(fresh);
  }
}
