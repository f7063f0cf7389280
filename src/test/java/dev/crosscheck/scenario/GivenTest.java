package dev.crosscheck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.Samples;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GivenTest {
  private final Plugin plugin = Samples.plugin();

  @Test
  void shutsNothingWhereNothingIsGiven() {
    assertThat(Given.NOTHING.shutsOff(plugin)).isFalse();
  }

  @Test
  void shutsOffADisabledPlugin() {
    assertThat(new Given(false, Optional.empty(), Optional.empty()).shutsOff(plugin)).isTrue();
  }

  @Test
  void shutsOffAPluginWhoseWriteKeyIsTakenAwayOrBlank() {
    assertThat(settings(object().putNull("token")).shutsOff(plugin)).isTrue();
    assertThat(settings(object().put("token", " ")).shutsOff(plugin)).isTrue();
    assertThat(settings(object().put("people", true)).shutsOff(plugin)).isFalse();
  }

  @Test
  void ownEntryWinsOverAll() {
    assertThat(integrations(object().put("All", false)).shutsOff(plugin)).isTrue();
    assertThat(integrations(object().put("All", false).put("Partner", true)).shutsOff(plugin))
        .isFalse();
    assertThat(integrations(object().put("Partner", false)).shutsOff(plugin)).isTrue();
    ObjectNode options = object().put("All", false);
    options.putObject("Partner").put("option", 1);
    assertThat(integrations(options).shutsOff(plugin)).isFalse();
  }

  @Test
  void laysSettingsOverTheUsualOnes() {
    ObjectNode served =
        settings(object().put("people", true).putNull("token")).over(plugin.settings());

    assertThat(served).isEqualTo(object().put("people", true));
  }

  @Test
  void opensGatesButKeepsSettingsThatShutNothing() {
    Given gated = new Given(false, Optional.of(object().put("people", true)), Optional.empty());

    assertThat(gated.opened(plugin)).isEqualTo(settings(object().put("people", true)));
    assertThat(settings(object().putNull("token")).opened(plugin)).isEqualTo(Given.NOTHING);
  }

  private static Given settings(ObjectNode settings) {
    return new Given(true, Optional.of(settings), Optional.empty());
  }

  private static Given integrations(ObjectNode integrations) {
    return new Given(true, Optional.empty(), Optional.of(integrations));
  }

  private static ObjectNode object() {
    return Samples.object();
  }
}
