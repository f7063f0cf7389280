package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reached;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every step that a browser performs. */
abstract class BrowserStepsContract extends InBrowser {
  private static final CallOptions OPTIONS =
      new CallOptions(
          Optional.of(Samples.object().put("ip", "192.0.2.1")),
          Optional.of(Samples.object().put("Other", false)),
          Optional.of("2026-01-02T03:04:05.678Z"));

  /** Has the page write down that a request of the plugin's failed. */
  static final String TELLING_OF_LOSS =
      """
      const ask = window.fetch;
      window.fetch = (...asked) =>
        ask(...asked).catch(trouble => {
          if (asked[0].includes('/track')) localStorage.setItem('lost', trouble.name);
          throw trouble;
        });
      """;

  private static final ObjectNode PAYLOAD = Samples.object().put("price", 25.5);

  @Test
  void makesTheSixCallsWithTheirOptions() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      visit.perform(new Step.Identify(Samples.AT, Optional.of("u-1"), PAYLOAD, OPTIONS));
      visit.perform(new Step.Track(Samples.AT, "Ordered", PAYLOAD, OPTIONS));
      visit.perform(
          new Step.Page(Samples.AT, Optional.of("Docs"), Optional.of("Start"), PAYLOAD, OPTIONS));
      visit.perform(
          new Step.Screen(Samples.AT, Optional.empty(), Optional.of("Home"), PAYLOAD, OPTIONS));
      visit.perform(new Step.Group(Samples.AT, "g-1", PAYLOAD, OPTIONS));
      visit.perform(
          new Step.Alias(Samples.AT, "u-2", Optional.of("u-1"), Samples.object(), OPTIONS));

      assertThat(delivered(visit, "i").path("traits")).isEqualTo(read(PAYLOAD));
      assertThat(delivered(visit, "t").path("event").asString()).isEqualTo("Ordered");
      assertThat(delivered(visit, "t").path("properties")).isEqualTo(read(PAYLOAD));
      assertThat(delivered(visit, "p").path("category").asString()).isEqualTo("Docs");
      assertThat(delivered(visit, "p").path("name").asString()).isEqualTo("Start");
      assertThat(delivered(visit, "s").path("name").asString()).isEqualTo("Home");
      assertThat(delivered(visit, "g").path("groupId").asString()).isEqualTo("g-1");
      assertThat(delivered(visit, "a").path("previousId").asString()).isEqualTo("u-1");
      for (String path : List.of("i", "t", "p", "s", "g", "a")) {
        JsonNode message = delivered(visit, path);
        assertThat(message.path("timestamp").asString()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(message.path("context").path("ip").asString()).isEqualTo("192.0.2.1");
        assertThat(message.path("integrations").path("Other").booleanValue()).isFalse();
      }
    }
  }

  @Test
  void leavesOutWhatACallDoesNotHave() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      visit.perform(new Step.Identify(Samples.AT, Optional.empty(), PAYLOAD, CallOptions.NONE));
      visit.perform(
          new Step.Page(Samples.AT, Optional.empty(), Optional.empty(), PAYLOAD, CallOptions.NONE));
      visit.perform(
          new Step.Page(
              Samples.AT, Optional.of("Docs"), Optional.empty(), PAYLOAD, CallOptions.NONE));

      assertThat(delivered(visit, "i").path("userId").isNull()).isTrue();
      assertThat(delivered(visit, "i").path("traits")).isEqualTo(read(PAYLOAD));
      List<Exchange> pages = visit.awaited("POST api.segment.io/v1/p", 2);
      JsonNode bare = Json.read(pages.get(0).request().body().text());
      assertThat(bare.path("name").isMissingNode()).isTrue();
      assertThat(bare.path("properties").path("price").doubleValue()).isEqualTo(25.5);
      JsonNode docs = Json.read(pages.get(1).request().body().text());
      assertThat(docs.path("category").asString()).isEqualTo("Docs");
    }
  }

  @Test
  void resetsTheUser() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      Acknowledgement before = visit.perform(Samples.identify("u-1"));
      Acknowledgement reset = visit.perform(new Step.Reset(Samples.AT));
      Acknowledgement after = visit.perform(Samples.track("Seen"));

      assertThat(reset.messageId()).isEmpty();
      assertThat(after.userId()).isEmpty();
      assertThat(after.anonymousId()).isPresent().isNotEqualTo(before.anonymousId());
    }
  }

  @Test
  void navigatesAndReloadsAndWaitsForTheNewPage() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      visit.perform(new Step.Navigate(Samples.AT, "/pricing?plan=pro"));
      visit.perform(Samples.track("There"));
      visit.perform(new Step.Reload(Samples.AT));
      Acknowledgement last = visit.perform(Samples.track("Again"));

      List<Exchange> sent = visit.awaited("POST api.partner.test/track", 2);
      assertThat(sent)
          .allSatisfy(
              exchange -> assertThat(exchange.request().body().text()).contains("\"/pricing\""));
      assertThat(visit.sent("GET shop.crosscheck.test/pricing")).hasSize(2);
      assertThat(last.number()).isEqualTo(3);
    }
  }

  @Test
  void flushHidesThePageAndShowsItAgain() throws Exception {
    String hiding =
        Scripts.partnerAnd(
            """
            document.addEventListener('visibilitychange', () => navigator.sendBeacon(
              'https://api.partner.test/' + document.visibilityState));
            """);
    try (Visit visit = visit(hiding)) {
      visit.perform(new Step.Flush(Samples.AT));
      visit.perform(Samples.track("After"));

      visit.awaited("POST api.partner.test/hidden");
      visit.awaited("POST api.partner.test/visible");
    }
  }

  @Test
  void leavingSendsWhatIsSentOnLeaving() throws Exception {
    String leaving =
        Scripts.partnerAnd(
            """
            addEventListener('pagehide', () => {
              navigator.sendBeacon('https://api.partner.test/beacon', 'x');
              fetch('https://api.partner.test/kept', {method: 'POST', keepalive: true, body: 'x'});
            });
            addEventListener('beforeunload', event => event.preventDefault());
            """);
    try (Visit visit = visit(leaving)) {
      visit.session().leave(Visit.soon());

      visit.awaited("POST api.partner.test/beacon");
      visit.awaited("POST api.partner.test/kept");
    }
  }

  @Test
  void clicksAndTypesInThePageAndInFrames() throws Exception {
    String listening =
        Scripts.partnerAnd(
            """
            addEventListener('DOMContentLoaded', () => {
              const tell = what => navigator.sendBeacon('https://api.partner.test/' + what);
              document.querySelector('#buy').onclick = e => tell('bought-' + e.isTrusted);
              document.querySelector('#query').oninput = e =>
                e.target.value.length === 4 && tell('typed-' + e.target.value);
              addEventListener('message', e => tell('frame-' + e.data));
              setTimeout(() => {
                const frame = document.createElement('iframe');
                frame.name = 'chat';
                frame.srcdoc = '<button id=go style="margin-top:900px" onclick="parent.postMessage(String(event.isTrusted),`*`)">go</button>';
                document.body.append(frame);
              }, 300);
            });
            """);
    try (Visit visit = visit(listening)) {
      visit.perform(new Step.Click(Samples.AT, here("#buy")));
      visit.perform(new Step.Type(Samples.AT, here("#query"), "Hé 1"));
      visit.perform(new Step.Click(Samples.AT, new Locator("#go", Optional.of("chat"))));

      visit.awaited("POST api.partner.test/bought-true");
      visit.awaited("POST api.partner.test/typed-H%C3%A9%201");
      visit.awaited("POST api.partner.test/frame-true");
    }
  }

  @Test
  void clicksInFramesOfOtherOrigins() throws Exception {
    String framing =
        Scripts.partnerAnd(
            """
            addEventListener('DOMContentLoaded', () => {
              const frame = document.createElement('iframe');
              frame.id = 'shop-frame';
              frame.src = 'https://shop.partner.test/';
              document.body.append(frame);
            });
            """);
    String document = "<button id=go onclick=\"navigator.sendBeacon('/clicked')\">go</button>";
    try (Visit visit =
        open(lab.deploy(BrowserLab.framed(document), framing, Map.of(), Given.NOTHING, true))
            .ready()) {
      visit.perform(new Step.Click(Samples.AT, new Locator("#go", Optional.of("#shop-frame"))));

      visit.awaited("POST shop.partner.test/clicked");
    }
  }

  @Test
  void doesNotTakeAClickThatAnotherElementGets() throws Exception {
    String covering =
        Scripts.partnerAnd(
            """
            addEventListener('DOMContentLoaded', () => {
              const cover = document.createElement('div');
              cover.style.cssText = 'position:fixed;inset:0;z-index:9';
              document.body.append(cover);
            });
            """);
    try (Visit visit = visit(covering)) {
      assertThatThrownBy(() -> visit.perform(new Step.Click(Samples.AT, here("#buy"))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("'click #buy'");
    }
  }

  @Test
  void doesNotClickWhatIsNotThere() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      Step.Click missing = new Step.Click(Samples.AT, here("#launcher"));

      assertThatThrownBy(() -> visit.session().perform(missing, Visit.in(Duration.ofMillis(600))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("'click #launcher'")
          .hasMessageContaining("there is no visible element '#launcher'");
      visit.perform(Samples.track("Still works"));
    }
  }

  @Test
  void tellsThePageThatItIsOffline() throws Exception {
    String listening =
        Scripts.partnerAnd(
            TELLING_OF_LOSS
                + "addEventListener('online', () => fetch('https://api.partner.test/on'));");
    Deployment page = lab.deploy(listening);
    try (Visit visit = open(page).ready()) {
      visit.recording().answer(Reached.by(Network.OFFLINE, page.answers()));
      visit.session().online(false, Visit.soon());
      Acknowledgement offline = visit.perform(Samples.track("Offline"));
      awaitLoss(visit);

      visit.recording().answer(page.answers());
      visit.session().online(true, Visit.soon());
      visit.awaited("GET api.partner.test/on");
      visit.session().acknowledged(Visit.soon());
      visit.perform(Samples.track("Online"));

      assertThat(offline.messageId()).isPresent();
      assertThat(visit.awaited("POST api.partner.test/track").request().body().text())
          .contains("\"Online\"");
      // Segment's own delivery waits for the network in analytics.js itself.
      visit.awaited("POST api.segment.io/v1/t", 2);
    }
  }

  /** Waits for it: what is still under way when the network comes back may get through. */
  static void awaitLoss(Visit visit) {
    Deadline by = Visit.soon();
    while (!visit.<Observation.Storage>observe(new Probe.Storage()).local().containsKey("lost")) {
      assertThat(by.passed()).as("no request of the plugin's failed").isFalse();
    }
  }

  static Stream<Network> unreachable() {
    return Stream.of(
        Network.OFFLINE, new Network.Refused(), new Network.NoSuchHost(), new Network.TlsFailure());
  }

  @ParameterizedTest
  @MethodSource("unreachable")
  void aHostThatIsNotReachedIsAFailedFetchAndNoAnswer(Network network) throws Exception {
    Deployment page =
        lab.deploy(
            Scripts.partnerAnd(
                """
                crosscheckPlugin.track = ctx => {
                  fetch('https://api.partner.test/track', {method: 'POST', body: '{}'})
                    .then(answer => 'answer-' + answer.status, trouble => trouble.name)
                    .then(what => fetch('https://cdn.partner.test/' + what));
                  return ctx;
                };
                """));
    try (Visit visit = open(page).ready()) {
      visit.recording().answer(new Reached("api.partner.test", network, page.answers()));
      visit.perform(Samples.track("Order Completed"));

      visit.awaited("GET cdn.partner.test/TypeError");
      assertThat(visit.recording().soFar().attempts())
          .extracting(ConnectionAttempt::host)
          .contains("api.partner.test");
    }
  }

  @Test
  void queuesACallThatAPluginDoesNotFinishWhileOffline() throws Exception {
    String waiting =
        Scripts.partnerAnd(
            """
            crosscheckPlugin.track = ctx => new Promise(resolve =>
              navigator.onLine ? resolve(ctx) : addEventListener('online', () => resolve(ctx)));
            """);
    try (Visit visit = visit(waiting)) {
      visit.session().online(false, Visit.soon());
      Acknowledgement queued = visit.perform(Samples.track("Offline"));
      visit.session().online(true, Visit.soon());
      List<Acknowledgement> late = visit.session().acknowledged(Visit.soon());

      assertThat(queued.queued()).isTrue();
      assertThat(late).extracting(Acknowledgement::number).containsExactly(0);
      assertThat(late.get(0).messageId()).isPresent();
    }
  }

  private static Locator here(String css) {
    return new Locator(css, Optional.empty());
  }

  private static JsonNode delivered(Visit visit, String path) {
    return Json.read(visit.awaited("POST api.segment.io/v1/" + path).request().body().text());
  }

  private static JsonNode read(ObjectNode node) {
    return Json.read(node.toString());
  }
}
