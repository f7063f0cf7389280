package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.device.Waiting;
import dev.crosscheck.mobile.App;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the host app tells of an address that it is to ask before any SDK is started. */
class EmbeddedProbeIT {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final String URL = "https://probe.crosscheck.test/here?now=1";

  private static AndroidKit kit;
  private static AndroidRuntime runtime;
  private static Recorder trusted;
  private static ChildJvm jvm;

  @BeforeAll
  static void start() throws Exception {
    kit = new AndroidKit(TestSupply.create(), () -> Path.of("harness/android"));
    trusted = recorder();
    EmbeddedSpec spec = new EmbeddedSpec("android-jvm", Samples.AT, 34, Sdk.ANALYTICS_ANDROID);
    runtime = AndroidRuntime.create(kit, spec, trusted.trust());
    jvm = ChildJvm.start(runtime.command(List.of()), runtime.errors());
    Waiting.await(jvm.up(), Visit.in(Duration.ofSeconds(90)));
  }

  @AfterAll
  static void end() {
    jvm.kill();
    trusted.close();
    kit.close();
  }

  @Test
  void tellsTheStatusOfTheAnswer() throws Exception {
    try (Recording recording = trusted.open("a probe", answering(204), Reach.LOOPBACK)) {
      JsonNode probe = probed(recording, URL);

      assertThat(probe)
          .isEqualTo(JsonMapper.shared().createObjectNode().put("url", URL).put("answer", 204));
      assertThat(recording.soFar().exchanges())
          .extracting(Exchange::name)
          .containsExactly("GET probe.crosscheck.test/here");
    }
  }

  @Test
  void followsNoRedirection() throws Exception {
    Answers elsewhere =
        request -> Answer.empty(302).with("location", "https://elsewhere.crosscheck.test/");
    try (Recording recording = trusted.open("a probe", elsewhere, Reach.LOOPBACK)) {
      assertThat(probed(recording, URL).path("answer").asInt()).isEqualTo(302);
      assertThat(recording.soFar().exchanges()).hasSize(1);
    }
  }

  @Test
  void tellsThatItTrustsAnotherAuthority() throws Exception {
    try (Recorder other = recorder();
        Recording recording = other.open("a probe", answering(200), Reach.LOOPBACK)) {
      JsonNode probe = probed(recording, URL);

      assertThat(probe.path("url").asString()).isEqualTo(URL);
      assertThat(probe.path("error").asString())
          .startsWith("javax.net.ssl.SSLHandshakeException: ");
      assertThat(probe.has("answer")).isFalse();
      assertThat(recording.soFar().exchanges()).isEmpty();
    }
  }

  @Test
  void asksNothingThatIsNotSecure() throws Exception {
    try (Recording recording = trusted.open("a probe", answering(200), Reach.LOOPBACK)) {
      JsonNode probe = probed(recording, "http://probe.crosscheck.test/");

      assertThat(probe.path("error").asString())
          .isEqualTo("java.io.IOException: only https:// is asked");
      assertThat(recording.soFar().exchanges()).isEmpty();
    }
  }

  /** What a new process of the app shows under {@code probe}, and that no SDK was started. */
  private static JsonNode probed(Recording via, String url) throws Exception {
    CompletableFuture<JsonNode> shown = new CompletableFuture<>();
    ask(
        "open",
        String.valueOf(via.address().port()),
        String.join(" ", runtime.permissions(List.of())),
        String.join(" ", runtime.providers()));
    jvm.heardBy(new Probes(shown));
    String json = "{\"url\": \"" + url + "\"}";
    ask("link", "crosscheck://probe?json=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    JsonNode state = Waiting.await(shown, Visit.soon());
    ask("close");
    assertThat(state.path("ready").asBoolean()).isFalse();
    assertThat(state.path("settings").asBoolean()).isFalse();
    assertThat(state.path("errors")).isEmpty();
    return state.path("probe");
  }

  private static void ask(String verb, String... arguments) throws Exception {
    Waiting.await(jvm.ask(verb, arguments), Visit.soon());
  }

  /** Completes with the first state in which a probe has ended. */
  private record Probes(CompletableFuture<JsonNode> shown) implements App.Listener {
    @Override
    public void shows(String text) {
      JsonNode state = JsonMapper.shared().readTree(text);
      if (state.has("probe")) {
        shown.complete(state);
      }
    }

    @Override
    public void logged(String level, String tag, String text) {}

    @Override
    public void crashed(String trace) {
      shown.completeExceptionally(new AssertionError(trace));
    }
  }

  private static Recorder recorder() {
    return new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK);
  }

  private static Answers answering(int status) {
    return request -> Answer.empty(status);
  }
}
