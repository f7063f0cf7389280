package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Consent.Model;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.WebPlugin.Way;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Segment's own consent tools on the page, and what comes of them with analytics.js. */
abstract class BrowserConsentContract extends InBrowser {
  private static final String HEARD = "POST api.partner.test/track";
  private static final String TOLD = "POST api.segment.io/v1/t";
  private static final Map<String, Boolean> NO = Map.of("Advertising", false);
  private static final Map<String, Boolean> YES = Map.of("Advertising", true);
  private static final List<String> ANALYTICS = List.of("Analytics");

  private static final String ACTION =
      """
      var partnerDestination = async settings => [{
        name: 'Partner Track', type: 'destination', version: '1', loaded: false,
        isLoaded() { return this.loaded; },
        async load() { this.loaded = true; },
        track(ctx) {
          fetch('https://api.partner.test/track',
            {method: 'POST', body: JSON.stringify({event: ctx.event.event})}).catch(() => {});
          return ctx;
        },
      }];
      """;

  private Deployment action(Model model, Map<String, Boolean> said, List<String> others) {
    return deploy(Way.ACTION, ACTION, model, Optional.of(said), others);
  }

  private Deployment deploy(
      Way way,
      String script,
      Model model,
      Optional<Map<String, Boolean>> said,
      List<String> others) {
    Consent consent = new Consent(model, said, List.of("Advertising"), others);
    Given given =
        new Given(true, Optional.empty(), Optional.empty(), List.of(), Optional.of(consent));
    return lab.deploy(Samples.plugin(way), script, Map.of(), given, true);
  }

  @Test
  void nothingIsLoadedUntilTheUserAnswersAndThenNothingIsLost() throws Exception {
    Deployment page = deploy(Way.ACTION, ACTION, Model.OPT_IN, Optional.empty(), List.of());
    try (Visit visit = open(page).ready()) {
      assertThat(visit.perform(Samples.track("Early")).queued()).isTrue();
      assertThat(visit.session().acknowledged(Visit.soon())).isEmpty();
      assertThat(visit.names()).noneMatch(name -> name.contains("segment"));

      visit.perform(consent(YES));
      assertThat(visit.perform(Samples.track("Late")).messageId()).isPresent();

      assertThat(visit.awaited(HEARD, 3).stream().map(e -> json(e).path("event").asString()))
          .containsExactlyInAnyOrder("Early", "Late", "Segment Consent Preference Updated");
      for (Exchange told : visit.awaited(TOLD, 3)) {
        assertThat(json(told).at("/context/consent/categoryPreferences").toString())
            .isEqualTo("{\"Advertising\":true}");
      }
      assertThat(visit.session().acknowledged(Visit.soon()))
          .singleElement()
          .satisfies(late -> assertThat(late.number()).isZero());
    }
  }

  @Test
  void byOptInConsentCountsFromTheNextPageOn() throws Exception {
    try (Visit visit = open(action(Model.OPT_IN, NO, ANALYTICS)).ready()) {
      assertThat(visit.perform(consent(Map.of("Advertising", true, "Analytics", true))))
          .isNotNull();
      visit.perform(Samples.track("Here"));
      visit.perform(new Step.Reload(Samples.AT));
      visit.perform(Samples.track("There"));

      assertThat(json(visit.awaited(HEARD)).path("event").asString()).isEqualTo("There");
      assertThat(visit.sent(HEARD)).hasSize(1);
    }
  }

  @Test
  void byOptOutWhatTheUserSaysCountsAtOnce() throws Exception {
    try (Visit visit = open(action(Model.OPT_OUT, Map.of(), ANALYTICS)).ready()) {
      visit.perform(Samples.track("Before"));
      visit.awaited(HEARD);
      visit.perform(consent(NO));
      visit.perform(Samples.track("Refused"));
      visit.perform(consent(YES));
      visit.perform(Samples.track("After"));

      assertThat(visit.awaited(HEARD, 3).stream().map(e -> json(e).path("event").asString()))
          .containsExactlyInAnyOrder("Before", "Segment Consent Preference Updated", "After");
      assertThat(visit.awaited(TOLD, 5).stream().map(e -> json(e).path("event").asString()))
          .contains("Refused");
    }
  }

  @Test
  void aPluginThatThePageRegistersHearsOnAsLongAsSegmentDoes() throws Exception {
    Deployment page =
        deploy(Way.REGISTER, Scripts.PARTNER, Model.OPT_OUT, Optional.of(Map.of()), ANALYTICS);
    try (Visit visit = open(page).ready()) {
      visit.perform(consent(NO));
      visit.perform(Samples.track("Refused"));
      assertThat(visit.awaited(HEARD, 2)).hasSize(2);
      // what is under way while a page is left may be lost
      assertThat(visit.awaited(TOLD, 2)).hasSize(2);

      visit.perform(consent(Map.of("Analytics", false)));
      assertThat(visit.perform(Samples.track("Refused by all")).queued()).isFalse();
      visit.session().leave(Visit.soon());

      assertThat(visit.sent(HEARD)).hasSize(2);
      assertThat(visit.sent(TOLD)).hasSize(2);
    }
  }

  @Test
  void whereTheUserAgreesToNothingAtAllAnalyticsIsSwitchedOff() throws Exception {
    Deployment page = deploy(Way.ACTION, ACTION, Model.OPT_IN, Optional.empty(), List.of());
    try (Visit visit = open(page).ready()) {
      visit.perform(Samples.track("Early"));
      visit.perform(consent(NO));
      assertThat(visit.session().acknowledged(Visit.soon())).hasSize(1);
      assertThat(visit.perform(Samples.track("Late")).queued()).isFalse();
      visit.perform(new Step.Reset(Samples.AT));
      visit.session().leave(Visit.soon());

      assertThat(visit.names())
          .contains("GET cdn.segment.com/v1/projects/crosscheckWriteKey/settings")
          .noneMatch(name -> name.contains("partner"))
          .noneMatch(name -> name.contains("api.segment.io"));
    }
  }

  @Test
  void consentCanComeBeforeAnalyticsIsLoaded() throws Exception {
    try (Visit visit = open(action(Model.OPT_IN, NO, ANALYTICS).held())) {
      visit.perform(Samples.track("Early"));
      visit.perform(consent(YES));
      assertThat(visit.names()).noneMatch(name -> name.contains("segment"));
      visit.ready();

      assertThat(visit.awaited(HEARD, 2).stream().map(e -> json(e).path("event").asString()))
          .containsExactlyInAnyOrder("Early", "Segment Consent Preference Updated");
    }
  }

  @Test
  void aPageThatAsksForNothingTakesNoConsent() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      assertThatThrownBy(() -> visit.perform(consent(YES)))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("the page asks for no consent");
    }
  }

  private static Step consent(Map<String, Boolean> categories) {
    return new Step.Consent(Samples.AT, categories);
  }

  private static JsonNode json(Exchange exchange) {
    return Json.read(exchange.request().body().text());
  }
}
