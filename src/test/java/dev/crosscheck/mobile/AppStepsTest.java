package dev.crosscheck.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AppStepsTest {
  private static final List<Middleware> MIDDLEWARE =
      List.of(
          new Middleware.Drop(
              Samples.AT,
              new EventMatch(
                  Optional.of(SpecCall.TRACK), Optional.of("Cart Viewed"), Optional.empty()),
              Optional.of("Acme")));

  @Test
  void writesACallAsALinkThatSurvivesAnything() {
    JsonNode json = json("step", AppSteps.call(3, (Step.Call) Samples.track("50 % & +1 \"é\"")));

    assertThat(json.path("number").asInt()).isEqualTo(3);
    assertThat(json.path("call").asString()).isEqualTo("track");
    assertThat(json.path("event").asString()).isEqualTo("50 % & +1 \"é\"");
  }

  @Test
  void tellsTheAppOfThePluginUnlessItIsToDoWithout() {
    assertThat(json("start", AppSteps.start(app(Deployment.MobileApp.Gate.SHUT))))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"sdk": "analytics-kotlin", "writeKey": "k", "plugin": "Acme", "gate": "shut",
                     "factory": "com.acme.A", "integrations": {"All": false},
                     "middleware": [{"match": {"type": "track", "event": "Cart Viewed"},
                                     "for": "Acme", "except": "crosscheck_sentinel"}]}
                    """));
    assertThat(json("start", AppSteps.start(app(Deployment.MobileApp.Gate.NONE))).has("factory"))
        .isFalse();
  }

  @Test
  void tracksPushMessagesAsTheSpecNamesThem() {
    Step.Push received =
        new Step.Push(
            Samples.AT, Step.Push.Moment.RECEIVED, "", Samples.object().put("campaign", "c"));

    JsonNode json = json("step", AppSteps.push(0, received));

    assertThat(json.path("event").asString()).isEqualTo("Push Notification Received");
    assertThat(json.path("payload").path("campaign").asString()).isEqualTo("c");
  }

  private static Deployment.MobileApp app(Deployment.MobileApp.Gate gate) {
    return new Deployment.MobileApp(
        Sdk.ANALYTICS_KOTLIN,
        new AppCode(List.of(), "com.acme.A", Map.of(), "00"),
        "Acme",
        "k",
        gate,
        Optional.of(Samples.object().put("All", false)),
        MIDDLEWARE,
        Optional.empty(),
        request -> {
          throw new AssertionError("nobody asked");
        });
  }

  private static JsonNode json(String what, String link) {
    URI uri = URI.create(link);
    assertThat(uri.getScheme() + "://" + uri.getHost()).isEqualTo("crosscheck://" + what);
    String query = uri.getRawQuery().substring("json=".length());
    return JsonMapper.shared().readTree(URLDecoder.decode(query, StandardCharsets.UTF_8));
  }
}
