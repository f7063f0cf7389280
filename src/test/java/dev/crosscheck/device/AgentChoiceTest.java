package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.support.FakeMac;
import dev.crosscheck.support.Samples;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentChoiceTest {
  private static final AppleTools MAC = new FakeMac(FakeMac.agent("16.12.7"));
  private static final AppleTools BUILDING = new FakeMac(new Presence.Fetchable("build it"));

  @Test
  void takesThePrebuiltOneOnSimulatorsThatCanTakeIt() {
    for (String version : new String[] {"17.0", "18.2", "26.0"}) {
      AppiumSpec simulator = simulator(version, Map.of());
      assertThat(AgentChoice.prebuilt(simulator, MAC)).contains(FakeMac.AGENT);
      assertThat(AgentChoice.version(simulator, MAC)).contains("16.12.7");
    }
    assertThat(AgentChoice.version(simulator("18.2", Map.of()), new FakeMac(FakeMac.agent())))
        .isEmpty();
  }

  @Test
  void takesTheDriversOwnWhereXcodeBuildsIt() {
    assertThat(AgentChoice.prebuilt(simulator("16.4", Map.of()), MAC)).isEmpty();
    assertThat(AgentChoice.version(simulator("16.4", Map.of()), MAC)).contains(FakeMac.DRIVERS);
    assertThat(AgentChoice.prebuilt(simulator("18.2", Map.of()), BUILDING)).isEmpty();
    assertThat(AgentChoice.version(simulator("18.2", Map.of()), BUILDING))
        .contains(FakeMac.DRIVERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prebuiltWDAPath",
        "usePreinstalledWDA",
        "usePrebuiltWDA",
        "useXctestrunFile",
        "updatedWDABundleId",
        "webDriverAgentUrl",
        "bootstrapPath",
        "agentPath",
        "derivedDataPath"
      })
  void leavesTheChoiceToACapability(String name) {
    AppiumSpec simulator = simulator("18.2", Map.of("appium:" + name, "other"));

    assertThat(AgentChoice.prebuilt(simulator, MAC)).isEmpty();
    assertThat(AgentChoice.version(simulator, MAC)).isEmpty();
    assertThat(AgentChoice.version(simulator, BUILDING)).isEmpty();
  }

  /** One that runs there already is used again. */
  @Test
  void knowsNoVersionOnAnIphone() {
    AppiumSpec.Target iphone = new AppiumSpec.RealIos(Optional.of("X"));

    assertThat(AgentChoice.prebuilt(spec(iphone, Optional.empty(), Map.of()), MAC)).isEmpty();
    assertThat(AgentChoice.version(spec(iphone, Optional.empty(), Map.of()), MAC)).isEmpty();
  }

  @Test
  void knowsNoVersionAtAFarm() {
    Optional<SecretText> farm = Optional.of(SecretText.of("https://farm.test/wd"));
    AppiumSpec simulator = spec(simulator("18.2", Map.of()).target(), farm, Map.of());

    assertThat(AgentChoice.prebuilt(simulator, MAC)).isEmpty();
    assertThat(AgentChoice.version(simulator, MAC)).isEmpty();
  }

  private static AppiumSpec simulator(String version, Map<String, Object> capabilities) {
    return spec(
        new AppiumSpec.Simulator(
            Optional.of("iPhone 16"), Optional.of(version), Optional.empty(), false),
        Optional.empty(),
        capabilities);
  }

  private static AppiumSpec spec(
      AppiumSpec.Target target, Optional<SecretText> server, Map<String, Object> capabilities) {
    return new AppiumSpec(
        "iphone-16", Samples.AT, target, Sdk.ANALYTICS_SWIFT, server, capabilities);
  }
}
