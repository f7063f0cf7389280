package dev.crosscheck.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Deployment.MobileApp.Gate;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MobileDeployerTest {
  private static final String SETTINGS = "/v1/projects/" + WebAssets.WRITE_KEY + "/settings";
  private static final AppCode CODE =
      new AppCode(List.of(), "com.acme.A", Map.of("g:a", "1"), "abc");

  @Test
  void servesThePluginsSettingsToTheSdk() {
    Deployment.MobileApp app = deploy(Given.NOTHING, true);

    assertThat(app.gate()).isEqualTo(Gate.OPEN);
    JsonNode source = settings(app);
    assertThat(source.at("/integrations/Partner/token").asString()).isEqualTo("t");
    assertThat(source.at("/integrations/Segment.io/apiKey").asString())
        .isEqualTo(WebAssets.WRITE_KEY);
  }

  @Test
  void servesNoneToAControlOrASwitchedOffPlugin() {
    Given off = new Given(false, Optional.empty(), Optional.empty(), List.of());

    assertThat(settings(deploy(Given.NOTHING, false)).at("/integrations").has("Partner")).isFalse();
    assertThat(deploy(Given.NOTHING, false).gate()).isEqualTo(Gate.NONE);
    assertThat(settings(deploy(off, true)).at("/integrations").has("Partner")).isFalse();
    assertThat(deploy(off, true).gate()).isEqualTo(Gate.SHUT);
  }

  @Test
  void knowsThatTheSdksMeanAllDifferently() {
    Given all =
        new Given(
            true, Optional.empty(), Optional.of(Samples.object().put("All", false)), List.of());

    assertThat(deploy(Sdk.ANALYTICS_ANDROID, all, true).gate()).isEqualTo(Gate.SHUT);
    assertThat(deploy(Sdk.ANALYTICS_KOTLIN, all, true).gate()).isEqualTo(Gate.OPEN);
  }

  @Test
  void holdsTheSettingsBackUntilTheAppIsToBeReady() {
    Deployment.MobileApp late = (Deployment.MobileApp) deploy(Given.NOTHING, true).held();

    Answer held = late.answers().to(request("GET", "cdn-settings.segment.com", SETTINGS));
    assertThat(held).isInstanceOf(Answer.Held.class);
    assertThat(((Answer.Held) held).until()).isSameAs(late.late().orElseThrow()).isNotDone();
    assertThat(late.answers().to(request("POST", "api.segment.io", "/v1/b")))
        .isInstanceOf(Answer.Respond.class);
  }

  @Test
  void answersDeliveriesAndRefusesWhatSegmentHasNot() {
    Deployment.MobileApp app = deploy(Given.NOTHING, true);

    assertThat(status(app, request("POST", "api.segment.io", "/v1/import"))).isEqualTo(200);
    assertThat(status(app, request("GET", "cdn-settings.segment.com", "/v2"))).isEqualTo(404);
    assertThat(status(app, request("POST", "api.partner.test", "/track"))).isEqualTo(200);
  }

  private static int status(Deployment.MobileApp app, HttpRequest request) {
    return ((Answer.Respond) app.answers().to(request)).status();
  }

  private static JsonNode settings(Deployment.MobileApp app) {
    Answer answer = app.answers().to(request("GET", "cdn-settings.segment.com", SETTINGS));
    return JsonMapper.shared().readTree(((Answer.Respond) answer).body().text());
  }

  private static Deployment.MobileApp deploy(Given given, boolean withPlugin) {
    return deploy(Sdk.ANALYTICS_ANDROID, given, withPlugin);
  }

  private static Deployment.MobileApp deploy(Sdk sdk, Given given, boolean withPlugin) {
    try {
      return (Deployment.MobileApp)
          new MobileDeployer(new Fixed())
              .deploy(Samples.plugin(), Samples.android(sdk), given, withPlugin);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static HttpRequest request(String method, String host, String path) {
    return new HttpRequest(method, "https", host, 443, path, "", List.of(), Body.EMPTY);
  }

  private static final class Fixed implements MobileBuilder {
    @Override
    public String version(Sdk sdk) {
      return "9";
    }

    @Override
    public AppCode build(Plugin plugin, Sdk sdk) {
      return CODE;
    }
  }
}
