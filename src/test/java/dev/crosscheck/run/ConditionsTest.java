package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Session;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which hosts a scenario's changes are for. */
class ConditionsTest {
  private static final Answer USUAL = Answer.of(200, "application/json", Body.of("{}"));
  private static final Answer RESET = new Answer.Reset();
  private static final PartnerMood RESETTING =
      PartnerMood.of(Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Reset()));

  @Test
  void meetsThePartnerAloneWhereNoHostIsNamed() {
    Answers changed = changed(ByHost.all(RESETTING));

    assertThat(changed.to(request("POST", "api.partner.test"))).isEqualTo(RESET);
    assertThat(changed.to(request("OPTIONS", "api.partner.test"))).isEqualTo(USUAL);
    assertThat(changed.to(request("POST", "cdn.partner.test"))).isEqualTo(USUAL);
    assertThat(changed.to(request("POST", "api.segment.io"))).isEqualTo(USUAL);
  }

  @Test
  void meetsAssetsWhereTheyAreNamed() {
    Answers changed =
        changed(ByHost.all(PartnerMood.USUAL).with(Optional.of("cdn.partner.*"), RESETTING));

    assertThat(changed.to(request("GET", "cdn.partner.test"))).isEqualTo(RESET);
    assertThat(changed.to(request("GET", "api.partner.test"))).isEqualTo(USUAL);
  }

  @Test
  void holdsCodeBackToo() {
    Answers changed =
        changed(
            ByHost.all(
                PartnerMood.of(Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Held()))));

    assertThat(changed.to(request("GET", "cdn.partner.test"))).isInstanceOf(Answer.Held.class);
    assertThat(changed.to(request("POST", "api.partner.test"))).isInstanceOf(Answer.Held.class);
    assertThat(changed.to(request("POST", "api.segment.io"))).isEqualTo(USUAL);
  }

  @Test
  void letsGoOfWhatItHeldOnceAnotherStepSaysHow() {
    Deque<Answers> given = new ArrayDeque<>();
    Recording recording =
        (Recording)
            Proxy.newProxyInstance(
                Recording.class.getClassLoader(),
                new Class<?>[] {Recording.class},
                (proxy, method, arguments) -> {
                  given.add((Answers) arguments[0]);
                  return proxy;
                });
    Session session =
        (Session)
            Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> proxy);
    Conditions conditions =
        new Conditions(
            session, recording, any -> USUAL, Samples.plugin(), () -> Visit.in(Duration.ZERO));
    conditions.change(Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Held()));
    Answer.Held first = (Answer.Held) given.getLast().to(request("POST", "api.partner.test"));
    assertThat(first.until()).isNotDone();

    conditions.change(Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Held()));
    assertThat(first.until()).isDone();
    Answer.Held second = (Answer.Held) given.getLast().to(request("POST", "api.partner.test"));

    conditions.restore();
    assertThat(second.until()).isDone();
  }

  @Test
  void theLatestThatSpeaksOfAHostDecides() {
    ByHost<String> said =
        ByHost.all("all")
            .with(Optional.of("api.x.test"), "first")
            .with(Optional.of("*.x.test"), "later");

    assertThat(said.of("api.x.test")).isEqualTo("later");
    assertThat(said.with(Optional.of("api.x.test"), "last").of("api.x.test")).isEqualTo("last");
    assertThat(said.of("y.test")).isEqualTo("all");
    assertThat(said.of("")).isEqualTo("all");
    assertThat(said.with(Optional.empty(), "new").of("api.x.test")).isEqualTo("new");
  }

  @Test
  void isAsUsualAgainOnceEveryHostIs() {
    ByHost<Network> usual = ByHost.all(Network.ONLINE);
    ByHost<Network> refused = usual.with(Optional.of("x.test"), new Network.Refused());

    assertThat(refused.isOnly(Network.ONLINE::equals)).isFalse();
    assertThat(refused.with(Optional.of("x.test"), Network.ONLINE).isOnly(Network.ONLINE::equals))
        .isTrue();
    assertThat(usual.with(Optional.empty(), Network.OFFLINE).isOnly(Network.ONLINE::equals))
        .isFalse();
  }

  private static Answers changed(ByHost<PartnerMood> moods) {
    return new Conditions.Changed(
        any -> USUAL, Samples.plugin(), moods, ByHost.all(Network.ONLINE));
  }

  private static HttpRequest request(String method, String host) {
    return new HttpRequest(
        method,
        "https",
        host,
        443,
        "/track",
        "HTTP/1.1",
        List.of(
            new Header("Origin", "https://shop.test"),
            new Header("Access-Control-Request-Method", "POST")),
        Body.EMPTY);
  }
}
