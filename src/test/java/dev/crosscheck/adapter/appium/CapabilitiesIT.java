package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What we ask the driver for is what it says that it takes: a name that changed is told here. */
@ExtendWith(TestSupply.class)
class CapabilitiesIT {
  private static final String ASKED =
      """
      const at = process.argv[1];
      const all = await import(at + '/@appium/types/build/lib/constraints.js');
      const own = await import(at + '/appium-uiautomator2-driver/build/lib/constraints.js');
      console.log(JSON.stringify({...all.BASE_DESIRED_CAP_CONSTRAINTS, ...own.default}));
      """;

  /** The driver's own list is of another name in each driver. */
  private static final String ASKED_OF_XCUITEST =
      """
      const at = process.argv[1];
      const all = await import(at + '/@appium/types/build/lib/constraints.js');
      const own = await import(at + '/appium-xcuitest-driver/build/lib/desired-caps.js');
      console.log(JSON.stringify({...all.BASE_DESIRED_CAP_CONSTRAINTS, ...own.desiredCapConstraints}));
      """;

  @Test
  void everyCapabilityIsOneThatTheDriverTakes(Supply supply) throws Exception {
    JsonNode known = known(supply, ASKED);
    AppiumSpec.Target[] targets = {
      new AppiumSpec.Emulator(Optional.of("Pixel_8")), new AppiumSpec.RealAndroid(Optional.of("X"))
    };

    for (AppiumSpec.Target target : targets) {
      Map<String, Object> asked =
          Sessions.capabilities(spec(target), server(), Duration.ofMinutes(1)).asMap();
      assertThat(asked).hasSizeGreaterThan(8);
      asked.forEach((name, value) -> fits(known, name.replaceFirst("^appium:", ""), value));
    }
  }

  @Test
  void everyCapabilityForIosIsOneThatItsDriverTakes(Supply supply) throws Exception {
    JsonNode known = known(supply, ASKED_OF_XCUITEST);
    AppiumSpec.Target[] targets = {
      new AppiumSpec.Simulator(
          Optional.of("iPhone 16"), Optional.of("18.2"), Optional.empty(), true),
      new AppiumSpec.Simulator(Optional.empty(), Optional.empty(), Optional.of("X"), false),
      new AppiumSpec.RealIos(Optional.of("X")),
      new AppiumSpec.RealIos(Optional.empty())
    };

    assertThat(known.has("prebuiltWDAPath")).isTrue();
    for (AppiumSpec.Target target : targets) {
      Map<String, Object> asked =
          XcuiSessions.capabilities(
                  SimulatorLab.spec("iphone", target),
                  new Endpoint(URI.create("http://127.0.0.1:4723"), Map.of(), Reach.LOOPBACK),
                  Optional.of(Path.of("WebDriverAgentRunner-Runner.app")),
                  Duration.ofMinutes(1))
              .asMap();
      assertThat(asked).hasSizeGreaterThan(10);
      asked.forEach((name, value) -> fits(known, name.replaceFirst("^appium:", ""), value));
    }
  }

  private static void fits(JsonNode known, String name, Object value) {
    if (name.startsWith("settings[")) {
      return; // of the driver's server, which knows more of them than it says
    }
    JsonNode constraint = known.path(name);
    assertThat(constraint.isMissingNode()).as("the driver takes no '%s'", name).isFalse();
    if (constraint.path("isNumber").asBoolean(false)) {
      assertThat(value).as(name).isInstanceOf(Number.class);
    } else if (constraint.path("isBoolean").asBoolean(false)) {
      assertThat(value).as(name).isInstanceOf(Boolean.class);
    } else if (constraint.path("isString").asBoolean(false)) {
      assertThat(value.toString()).as(name).isNotBlank();
    }
  }

  private static JsonNode known(Supply supply, String asked) throws Exception {
    Path modules = supply.nodeModules(AppiumNeeds.HARNESS);
    Command.Result said =
        Command.of(
                System.getenv(),
                Duration.ofSeconds(60),
                supply.program(Program.NODE).toString(),
                "--input-type=module",
                "--eval",
                asked,
                modules.toString())
            .run();
    assertThat(said.ok()).as(said.lastLines(5)).isTrue();
    return JsonMapper.builder().build().readTree(said.out());
  }

  private static AppiumSpec spec(AppiumSpec.Target target) {
    return new AppiumSpec(
        "phone", Samples.AT, target, Sdk.ANALYTICS_ANDROID, Optional.empty(), Map.of());
  }

  private static Endpoint server() {
    return new Endpoint(
        URI.create("http://127.0.0.1:4723"),
        Map.of("appium:adbPort", 5037, "appium:suppressKillServer", true),
        Reach.LOOPBACK);
  }
}
