package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** How a plugin comes onto the page, and what is said when it does not. */
abstract class BrowserPluginContract extends InBrowser {

  @Test
  void deliversThroughTheRealSdkUnderRealNames() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      Acknowledgement ack = visit.perform(Samples.track("Order Completed"));

      Exchange partner = visit.awaited("POST api.partner.test/track");
      JsonNode segment = json(visit.awaited("POST api.segment.io/v1/t"));
      JsonNode seen = json(visit.awaited("POST shop.crosscheck.test/crosscheck/spectator"));
      assertThat(partner.request().isTls()).isTrue();
      assertThat(json(partner).path("token").asString()).isEqualTo("t");
      assertThat(segment.path("messageId").asString()).isEqualTo(ack.messageId().orElseThrow());
      assertThat(seen.path("messageId").asString()).isEqualTo(ack.messageId().orElseThrow());
      assertThat(visit.names())
          .contains(
              "GET cdn.segment.com/analytics.js/v1/crosscheckWriteKey/analytics.min.js",
              "GET cdn.segment.com/v1/projects/crosscheckWriteKey/settings",
              "OPTIONS api.partner.test/track");
    }
  }

  /** The plugin is there, and waits for its partner's script. */
  @Test
  void theSdkIsUpWhileThePluginIsNot() throws Exception {
    CompletableFuture<Void> until = new CompletableFuture<>();
    String waiting =
        Scripts.partnerAnd(
            """
            const load = crosscheckPlugin.load;
            crosscheckPlugin.load = async (...args) => {
              await fetch('https://cdn.partner.test/config.json');
              return load(...args);
            };
            """);
    Deployment page = lab.deploy(waiting);
    Answers held =
        request ->
            request.host().equals("cdn.partner.test")
                ? new Answer.Held(until, page.answers().to(request))
                : page.answers().to(request);
    try (Visit visit = Visit.open(lab.recorder(), device, page.held(), held)) {
      visit.perform(new Step.SdkReady(Samples.AT));
      visit.awaited("GET cdn.partner.test/config.json");
      visit.perform(Samples.track("Early"));
      visit.awaited("POST api.segment.io/v1/t");
      assertThatThrownBy(() -> visit.session().ready(Visit.in(Duration.ofSeconds(1))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("'Partner' has not finished loading");
      until.complete(null);

      visit.ready();
      assertThat(visit.session().acknowledged(Visit.soon())).hasSizeLessThan(2);
    }
  }

  @Test
  void showsWhatAPluginDoesToEventsOfOthers() throws Exception {
    String meddling =
        Scripts.partnerAnd(
            "crosscheckPlugin.track = ctx => { ctx.event.properties.price = 0; return ctx; };");
    try (Visit visit = visit(meddling)) {
      visit.perform(Samples.track("Seen"));

      JsonNode seen = json(visit.awaited("POST shop.crosscheck.test/crosscheck/spectator"));
      assertThat(seen.path("properties").path("price").intValue()).isZero();
    }
  }

  @Test
  void opensTheSamePageWithoutThePlugin() throws Exception {
    try (Visit visit =
        open(lab.deploy(Samples.plugin(), "throw 1", Map.of(), Given.NOTHING, false)).ready()) {
      visit.perform(Samples.track("Seen"));

      visit.awaited("POST api.segment.io/v1/t");
      assertThat(visit.names()).noneMatch(name -> name.contains("partner"));
    }
  }

  @Test
  void registersEveryPluginThatTheExportReturns() throws Exception {
    String two =
        """
        window.crosscheckPlugin = () => [
          {name: 'Enricher', type: 'enrichment', version: '1', isLoaded: () => true,
           load: () => Promise.resolve(),
           track: ctx => { ctx.updateEvent('properties.from', 'enricher'); return ctx; }},
          {name: 'Partner', type: 'destination', version: '1', isLoaded: () => true,
           load: () => Promise.resolve(),
           track: ctx => { fetch('https://api.partner.test/track', {method: 'POST',
             body: JSON.stringify(ctx.event.properties)}); return ctx; }}];
        """;
    try (Visit visit = visit(two)) {
      visit.perform(Samples.track("Seen"));

      assertThat(visit.awaited("POST api.partner.test/track").request().body().text())
          .contains("enricher");
    }
  }

  @Test
  void isReadyThoughASwitchedOffPluginNeverLoads() throws Exception {
    Given off = new Given(false, Optional.empty(), Optional.empty(), List.of());
    String silent =
        Scripts.partnerAnd("crosscheckPlugin.load = () => Promise.reject(new Error('off'));");
    try (Visit visit = open(lab.deploy(silent, off)).ready()) {
      visit.perform(Samples.track("Seen"));

      visit.awaited("POST api.segment.io/v1/t");
      assertThat(visit.names()).noneMatch(name -> name.contains("partner"));
    }
  }

  @Test
  void loadsWithTheIntegrationsThatAreGiven() throws Exception {
    Given excluded =
        new Given(
            true,
            Optional.empty(),
            Optional.of(Samples.object().put("Partner", false).put("</script>", true)),
            List.of());
    try (Visit visit = open(lab.deploy(Scripts.PARTNER, excluded)).ready()) {
      visit.perform(Samples.track("Seen"));

      JsonNode segment = json(visit.awaited("POST api.segment.io/v1/t"));
      assertThat(segment.path("integrations").path("Partner").booleanValue()).isFalse();
      assertThat(segment.path("integrations").path("</script>").booleanValue()).isTrue();
      assertThat(visit.sent("POST api.partner.test/track")).isEmpty();
    }
  }

  @Test
  void takesCallsWhileThePageThatHoldsTheSdkBackIsStillBeingRead() throws Exception {
    Deployment page = lab.deploy(Scripts.PARTNER).held();
    Answers answers =
        request ->
            page.answers().to(request) instanceof Answer.Respond usual
                    && request.path().equals("/crosscheck/plugin.js")
                ? usual.after(Duration.ofMillis(700))
                : page.answers().to(request);
    try (Visit visit = Visit.open(lab.recorder(), device, page, answers)) {
      assertThat(visit.perform(Samples.track("Early")).queued()).isTrue();
      visit.ready();

      visit.awaited("POST api.partner.test/track");
    }
    try (Visit visit = Visit.open(lab.recorder(), device, page, answers)) {
      visit.ready();
    }
  }

  @Test
  void holdsTheSdkBackUntilItIsAskedToBeReady() throws Exception {
    try (Visit visit = open(lab.deploy(Scripts.PARTNER).held())) {
      Acknowledgement early = visit.perform(Samples.identify("u-7"));
      Acknowledgement second = visit.perform(Samples.track("Early"));
      assertThat(List.of(early.queued(), second.queued())).containsExactly(true, true);
      assertThat(visit.names()).noneMatch(name -> name.contains("segment"));

      visit.ready();
      List<Acknowledgement> late = visit.session().acknowledged(Visit.soon());

      assertThat(late).extracting(Acknowledgement::number).containsExactly(0, 1);
      assertThat(late).allSatisfy(ack -> assertThat(ack.messageId()).isPresent());
      JsonNode sent = json(visit.awaited("POST api.partner.test/track"));
      assertThat(sent.path("path").asString()).isEqualTo("/");
    }
  }

  @Test
  void servesDeclaredLibrariesAndNamesTheOthers() throws Exception {
    String loading =
        Scripts.partnerAnd(
            """
            crosscheckPlugin.load = () => Promise.all(['declared', 'other'].map(name =>
              new Promise(resolve => {
                const script = document.createElement('script');
                script.src = 'https://cdn.partner.test/' + name + '.js';
                script.onload = () => resolve(console.log(name + ' loaded'));
                script.onerror = () => resolve(console.log(name + ' failed'));
                document.head.append(script);
              })));
            """);
    Map<String, Body> libraries =
        Map.of("https://cdn.partner.test/declared.js", Body.of("window.partnerLibrary = 1;"));
    try (Visit visit =
        open(lab.deploy(Samples.plugin(), loading, libraries, Given.NOTHING, true)).ready()) {
      Exchange other = visit.awaited("GET cdn.partner.test/other.js");

      assertThat(other.answer().orElseThrow().headers())
          .anySatisfy(header -> assertThat(header.value()).isEqualTo("undeclared-library"));
      visit.linesUntil("declared loaded");
      assertThat(visit.linesUntil("other failed"))
          .extracting(Observation.Line::text)
          .contains("declared loaded", "other failed");
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "throw new TypeError('no such thing') | the plugin's bundle threw TypeError: no such thing",
        "const = 1 | the plugin's bundle threw SyntaxError",
        "window.x = 1 | the plugin's module has no default export",
        "window.crosscheckPlugin = 'text' | neither a plugin with a name nor a function",
        "window.crosscheckPlugin = () => { throw new Error('mine'); } | default export threw Error: mine",
        "window.crosscheckPlugin = {name: 'P', isLoaded() {}} | plugin 'P' has no load()",
        "crosscheckPlugin.load = async () => { throw new Error('no key'); } | plugin 'Partner' did not"
            + " load: load() rejected with Error: no key",
        "crosscheckPlugin.load = () => { throw new Error('no key'); } | plugin 'Partner' did not load:"
            + " load() threw Error: no key",
        "crosscheckPlugin.load = () => {} | load() did not return a promise"
      })
  void saysWhyAPluginDoesNotComeUp(String script, String words) {
    String whole = script.startsWith("crosscheckPlugin") ? Scripts.partnerAnd(script) : script;
    try (Visit visit = open(lab.deploy(whole))) {
      assertThatThrownBy(visit::ready).isInstanceOf(StepNotTaken.class).hasMessageContaining(words);
    }
  }

  @Test
  void saysThatAPluginIsStillLoading() {
    String never =
        Scripts.partnerAnd(
            """
            crosscheckPlugin.load = () => {
              fetch('https://api.partner.test/loading');
              return new Promise(() => {});
            };
            """);
    try (Visit visit = open(lab.deploy(never))) {
      visit.awaited("GET api.partner.test/loading");
      assertThatThrownBy(() -> visit.session().ready(Visit.in(Duration.ofSeconds(2))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("plugin 'Partner' has not finished loading");
    }
  }

  @Test
  void watchesLoadWithoutATrace() throws Exception {
    String curious =
        """
        class Partner {
          #settings;
          name = 'Partner'; type = 'destination'; version = '1';
          isLoaded() { return true; }
          async load() {
            this.#settings = 1;
            console.log('own: ' + Object.keys(this) + Object.hasOwn(this, 'load'));
          }
        }
        window.crosscheckPlugin = new Partner();
        """;
    try (Visit visit = visit(curious)) {
      assertThat(visit.linesUntil("own: "))
          .extracting(Observation.Line::text)
          .contains("own: name,type,versionfalse");
    }
  }

  private static JsonNode json(Exchange exchange) {
    return Json.read(exchange.request().body().text());
  }
}
