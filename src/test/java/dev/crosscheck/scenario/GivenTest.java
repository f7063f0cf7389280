package dev.crosscheck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.support.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GivenTest {
  private final Plugin plugin = Samples.plugin();

  @Test
  void shutsNothingWhereNothingIsGiven() {
    assertThat(Given.NOTHING.shutsOff(plugin, Sdk.ANALYTICS_NEXT)).isFalse();
  }

  @Test
  void shutsOffADisabledPlugin() {
    assertThat(
            new Given(false, Optional.empty(), Optional.empty(), List.of())
                .shutsOff(plugin, Sdk.ANALYTICS_NEXT))
        .isTrue();
  }

  @Test
  void shutsOffAPluginWhoseWriteKeyIsTakenAwayOrBlank() {
    assertThat(settings(object().putNull("token")).shutsOff(plugin, Sdk.ANALYTICS_NEXT)).isTrue();
    assertThat(settings(object().put("token", " ")).shutsOff(plugin, Sdk.ANALYTICS_NEXT)).isTrue();
    assertThat(settings(object().put("people", true)).shutsOff(plugin, Sdk.ANALYTICS_NEXT))
        .isFalse();
  }

  @Test
  void ownEntryWinsOverAll() {
    assertThat(integrations(object().put("All", false)).shutsOff(plugin, Sdk.ANALYTICS_NEXT))
        .isTrue();
    assertThat(
            integrations(object().put("All", false).put("Partner", true))
                .shutsOff(plugin, Sdk.ANALYTICS_NEXT))
        .isFalse();
    assertThat(integrations(object().put("Partner", false)).shutsOff(plugin, Sdk.ANALYTICS_NEXT))
        .isTrue();
    ObjectNode options = object().put("All", false);
    options.putObject("Partner").put("option", 1);
    assertThat(integrations(options).shutsOff(plugin, Sdk.ANALYTICS_NEXT)).isFalse();
  }

  @Test
  void laysSettingsOverTheUsualOnes() {
    ObjectNode served =
        settings(object().put("people", true).putNull("token")).over(plugin.settings());

    assertThat(served).isEqualTo(object().put("people", true));
  }

  @Test
  void opensGatesButKeepsSettingsThatShutNothing() {
    Given gated =
        new Given(false, Optional.of(object().put("people", true)), Optional.empty(), List.of());

    assertThat(gated.opened(plugin, Sdk.ANALYTICS_NEXT))
        .isEqualTo(settings(object().put("people", true)));
    assertThat(settings(object().putNull("token")).opened(plugin, Sdk.ANALYTICS_NEXT))
        .isEqualTo(Given.NOTHING);
  }

  @Test
  void withItsGatesOpenTheUserHasAgreedToEverything() {
    Consent refused =
        new Consent(
            Consent.Model.OPT_IN, Optional.empty(), List.of("Advertising"), List.of("Analytics"));
    Given gated =
        new Given(false, Optional.empty(), Optional.empty(), List.of(), Optional.of(refused));

    Given open = gated.opened(plugin, Sdk.ANALYTICS_NEXT);

    assertThat(open.enabled()).isTrue();
    assertThat(open.consent().flatMap(Consent::said))
        .contains(Map.of("Advertising", true, "Analytics", true));
    assertThat(open.consent().map(Consent::categories))
        .contains(List.of("Advertising", "Analytics"));
  }

  @Test
  void anAnswerOfThePartnersCanBeAGate() {
    GivenAnswer off = new GivenAnswer(answer("/boot"), true);
    GivenAnswer other = new GivenAnswer(answer("/config"), false);
    ObjectNode people = object().put("people", true);
    Given gated = new Given(true, Optional.of(people), Optional.empty(), List.of(off, other));

    assertThat(gated.shutsOff(plugin, Sdk.ANALYTICS_NEXT)).isTrue();
    assertThat(gated.opened(plugin, Sdk.ANALYTICS_NEXT))
        .isEqualTo(new Given(true, Optional.of(people), Optional.empty(), List.of(other)));
    assertThat(gated.opened(plugin, Sdk.ANALYTICS_NEXT).shutsOff(plugin, Sdk.ANALYTICS_NEXT))
        .isFalse();
    assertThat(gated.before(List.of(answer("/usual"))))
        .containsExactly(answer("/boot"), answer("/config"), answer("/usual"));
  }

  private static DeclaredAnswer answer(String path) {
    return new DeclaredAnswer(
        new RequestPattern("GET", "*", path), 200, List.of(), Body.EMPTY, Duration.ZERO);
  }

  private static Given settings(ObjectNode settings) {
    return new Given(true, Optional.of(settings), Optional.empty(), List.of());
  }

  private static Given integrations(ObjectNode integrations) {
    return new Given(true, Optional.empty(), Optional.of(integrations), List.of());
  }

  private static ObjectNode object() {
    return Samples.object();
  }
}
