package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.support.NoSystemProxy;
import dev.crosscheck.support.Samples;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What Safari's driver is asked for, by the names that its manual has: {@code man safaridriver}.
 */
class SafariFlavorTest {
  private static final ProxyAddress VIA = new ProxyAddress("127.0.0.1", 4711);
  private static final List<String> KNOWN =
      List.of(
          "browserName",
          "platformName",
          "timeouts",
          "acceptInsecureCerts",
          "pageLoadStrategy",
          "unhandledPromptBehavior",
          "safari:useSimulator",
          "safari:deviceUDID");

  @Test
  void asksForTheMacsSafariWithoutAProxy() {
    JsonNode wanted = wanted(Optional.empty());

    assertThat(wanted.path("browserName").asString()).isEqualTo("Safari");
    assertThat(wanted.path("platformName").asString()).isEqualTo("macOS");
    assertThat(wanted.path("acceptInsecureCerts").booleanValue()).isTrue();
    assertThat(names(wanted)).isSubsetOf(KNOWN).doesNotContain("proxy", "safari:useSimulator");
  }

  @Test
  void asksForTheSimulatorThatRuns() {
    JsonNode wanted = wanted(Optional.of("6A1FD3A1"));

    assertThat(wanted.path("platformName").asString()).isEqualTo("iOS");
    assertThat(wanted.path("safari:useSimulator").booleanValue()).isTrue();
    assertThat(wanted.path("safari:deviceUDID").asString()).isEqualTo("6A1FD3A1");
    assertThat(names(wanted)).containsExactlyInAnyOrderElementsOf(KNOWN);
  }

  private static Collection<String> names(JsonNode wanted) {
    return wanted.propertyNames();
  }

  private static JsonNode wanted(Optional<String> simulator) {
    return new SafariFlavor(NoSystemProxy.ALLOWED, simulator)
        .newSession(Samples.SAFARI, VIA)
        .path("capabilities")
        .path("alwaysMatch");
  }
}
