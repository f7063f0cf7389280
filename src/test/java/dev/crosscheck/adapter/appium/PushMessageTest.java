package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.SecretText;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PushMessageTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  @Test
  void saysWhatTheSystemAndTheAppAreToDoWithIt() {
    assertThat(
            message(
                """
                {"title": "Sale", "body": "Half off", "campaign": {"name": "Spring", "sent": null}}
                """))
        .isEqualTo(
            json(
                """
                {"title": "Sale", "body": "Half off", "campaign": {"name": "Spring", "sent": null},
                 "aps": {"alert": {"title": "Sale", "body": "Half off"}, "content-available": 1},
                 "crosscheck": "{'number': 3}"}
                """));
  }

  @Test
  void alwaysHasSomethingToShow() {
    String plain = "{'title': 'Crosscheck', 'body': 'a push message'}";

    assertThat(message("{}").at("/aps/alert")).isEqualTo(json(plain));
    assertThat(message("{'title': {'en': 'Sale'}}").at("/aps/alert")).isEqualTo(json(plain));
    assertThat(message("{'title': null}").at("/aps/alert")).isEqualTo(json(plain));
    assertThat(message("{'aps': 'none'}").at("/aps/alert")).isEqualTo(json(plain));
  }

  @Test
  void keepsWhatTheStepSaysToTheSystem() {
    assertThat(message("{'aps': {'alert': 'Sale', 'badge': 2}}").path("aps"))
        .isEqualTo(json("{'alert': 'Sale', 'badge': 2, 'content-available': 1}"));
  }

  @Test
  void leavesTheStepAsItIs() {
    ObjectNode fields = json("{'aps': {'badge': 2}}");

    PushMessage.of(fields, "{}");

    assertThat(fields).isEqualTo(json("{'aps': {'badge': 2}}"));
  }

  @Test
  void reachesSimulatorsOfThisMachine() {
    AppiumSpec.Target simulator =
        new AppiumSpec.Simulator(
            Optional.of("iPhone 16"), Optional.empty(), Optional.empty(), false);
    AppiumSpec.Target phone = new AppiumSpec.RealIos(Optional.empty());

    assertThat(PushMessage.reaches(spec(simulator, Optional.empty()))).isTrue();
    assertThat(PushMessage.reaches(spec(simulator, Optional.of("https://farm.test/wd/hub"))))
        .isFalse();
    assertThat(PushMessage.reaches(spec(phone, Optional.empty()))).isFalse();
  }

  private static AppiumSpec spec(AppiumSpec.Target target, Optional<String> server) {
    return new AppiumSpec(
        "iphone", Samples.AT, target, Sdk.ANALYTICS_SWIFT, server.map(SecretText::of), Map.of());
  }

  private static JsonNode message(String fields) {
    return JSON.valueToTree(PushMessage.of(json(fields), "{'number': 3}"));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JSON.readTree(text);
  }
}
