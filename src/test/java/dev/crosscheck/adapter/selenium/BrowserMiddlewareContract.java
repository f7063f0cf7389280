package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.WebPlugin.Way;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What analytics.js does with a customer's middleware. */
abstract class BrowserMiddlewareContract extends InBrowser {
  private static final String PARTNER = "POST api.partner.test/track";
  private static final String SEGMENT = "POST api.segment.io/v1/t";
  private static final String SPECTATOR = "POST shop.crosscheck.test/crosscheck/spectator";

  private static final String SEND =
      """
      window.send = event => fetch('https://api.partner.test/track',
        {method: 'POST', body: JSON.stringify(event)}).catch(() => {});
      """;

  private static String script(Way way) {
    return SEND
        + switch (way) {
          case REGISTER ->
              """
              window.crosscheckPlugin = {
                name: 'Partner', type: 'destination', version: '1', isLoaded: () => true,
                load: () => Promise.resolve(), track(ctx) { send(ctx.event); return ctx; },
              };
              """;
          case CLASSIC ->
              """
              window.partnerDeps = [];
              window.Integration = class {
                constructor() { this.heard = {}; }
                on(event, heard) { (this.heard[event] ||= []).push(heard); return this; }
                once(event, heard) { return this.on(event, heard); }
                emit(event) { (this.heard[event] || []).forEach(heard => heard()); }
                initialize() { this.emit('initialize'); this.emit('ready'); }
                invoke(call, facade) { return this[call] && this[call](facade); }
                track(facade) { send(facade.json()); }
              };
              window.partnerLoader = () => { window.partnerIntegration = Integration; };
              """;
          case ACTION ->
              """
              var partnerDestination = async settings => [{
                name: 'Partner Track', type: 'destination', version: '1', isLoaded: () => true,
                load: async () => {}, track(ctx) { send(ctx.event); return ctx; },
                identify(ctx) { send(ctx.event); return ctx; },
              }];
              """;
        };
  }

  private Visit visit(Way way, Given given) throws Exception {
    return open(lab.deploy(Samples.plugin(way), script(way), Map.of(), given, true)).ready();
  }

  @ParameterizedTest
  @EnumSource
  void whatASourceMiddlewareDropsReachesNobody(Way way) throws Exception {
    try (Visit visit = visit(way, Samples.given(Samples.drop("Dropped", false)))) {
      Acknowledgement dropped = visit.perform(track("Dropped"));
      visit.perform(track("Seen"));

      assertThat(dropped.queued()).isFalse();
      assertThat(dropped.messageId()).isPresent();
      for (String at : List.of(PARTNER, SEGMENT, SPECTATOR)) {
        visit.awaited(at);
        assertThat(events(visit, at)).as(at).containsExactly("Seen");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatASourceMiddlewareChangesReachesAllAsChanged(Way way) throws Exception {
    try (Visit visit = visit(way, Samples.given(changing(false)))) {
      Acknowledgement changed = visit.perform(track("Changed"));

      for (String at : List.of(PARTNER, SEGMENT, SPECTATOR)) {
        JsonNode event = json(visit.awaited(at));
        assertThat(event.path("event").asString()).as(at).isEqualTo("Purchase");
        assertThat(event.path("properties")).as(at).isEqualTo(after());
        assertThat(event.path("messageId").asString()).isEqualTo(changed.messageId().orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void whatADestinationMiddlewareDropsReachesAllButIt(Way way) throws Exception {
    dropsForItAlone(way, Samples.given(Samples.drop("Dropped", true)));
  }

  private void dropsForItAlone(Way way, Given given) throws Exception {
    try (Visit visit = visit(way, given)) {
      visit.perform(track("Dropped"));
      visit.perform(track("Seen"));

      visit.awaited(PARTNER);
      for (String at : List.of(SEGMENT, SPECTATOR)) {
        visit.awaited(at, 2);
        assertThat(events(visit, at)).as(at).containsExactlyInAnyOrder("Dropped", "Seen");
      }
      assertThat(events(visit, PARTNER)).containsExactly("Seen");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void whatADestinationMiddlewareChangesReachesItAlone(Way way) throws Exception {
    try (Visit visit = visit(way, Samples.given(changing(true)))) {
      visit.perform(track("Changed"));

      JsonNode partner = json(visit.awaited(PARTNER));
      assertThat(partner.path("event").asString()).isEqualTo("Purchase");
      assertThat(partner.path("properties")).isEqualTo(after());
      for (String at : List.of(SEGMENT, SPECTATOR)) {
        JsonNode event = json(visit.awaited(at));
        assertThat(event.path("event").asString()).as(at).isEqualTo("Changed");
        assertThat(event.path("properties")).as(at).isEqualTo(before());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void whatADestinationFilterDropsReachesAllButIt(Way way) throws Exception {
    dropsForItAlone(way, Samples.filtering(Samples.drop("Dropped", true)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void whatADestinationFilterTakesDoesNotReachItAlone(Way way) throws Exception {
    try (Visit visit = visit(way, Samples.filtering(taking("gone", "map")))) {
      visit.perform(track("Changed"));

      assertThat(json(visit.awaited(PARTNER)).path("properties"))
          .isEqualTo(Samples.object().put("label", "before").putNull("nothing"));
      for (String at : List.of(SEGMENT, SPECTATOR)) {
        assertThat(json(visit.awaited(at)).path("properties")).as(at).isEqualTo(before());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void noFilterKeepsCallsOfOursBack(Way way) throws Exception {
    EventMatch tracks =
        new EventMatch(Optional.of(SpecCall.TRACK), Optional.empty(), Optional.empty());
    Middleware all = new Middleware.Drop(Samples.AT, tracks, Optional.of("Partner"));
    try (Visit visit = visit(way, Samples.filtering(all))) {
      visit.perform(track("Dropped"));
      visit.perform(ours("Ours"));

      visit.awaited(PARTNER);
      visit.awaited(SEGMENT, 2);
      assertThat(events(visit, PARTNER)).containsExactly("Ours");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void aDestinationFilterComesBeforeDestinationMiddleware(Way way) throws Exception {
    Given given =
        Samples.given(
            List.of(changing(true), renaming("Other", "Dropped")),
            List.of(Samples.drop("Purchase", true), Samples.drop("Other", true)));
    try (Visit visit = visit(way, given)) {
      visit.perform(track("Other"));
      visit.perform(track("Changed"));

      visit.awaited(PARTNER);
      visit.awaited(SEGMENT, 2);
      assertThat(events(visit, PARTNER)).containsExactly("Purchase");
    }
  }

  /** analytics.js tells all that it knows of a user with every identify, ours too. */
  @Test
  void whatADestinationFilterTakesOfAUserGoesWithNoCallOfOurs() throws Exception {
    EventMatch users =
        new EventMatch(Optional.of(SpecCall.IDENTIFY), Optional.empty(), Optional.empty());
    ObjectNode to = Samples.object();
    to.putObject("traits").putNull("gone");
    Middleware taking = new Middleware.Change(Samples.AT, users, to, Optional.of("Partner"));
    try (Visit visit = visit(Way.ACTION, Samples.filtering(taking))) {
      visit.perform(identify(Samples.object().put("gone", 1).put("kept", 2)));
      visit.perform(identify(Samples.object().put(Middleware.OURS, "id")));

      visit.awaited(PARTNER, 2);
      assertThat(visit.sent(PARTNER))
          .hasSize(2)
          .extracting(event -> json(event).path("traits"))
          .allSatisfy(
              traits -> {
                assertThat(traits.path("kept").asInt()).isEqualTo(2);
                assertThat(traits.has("gone")).isFalse();
              });
    }
  }

  /** As analytics.js has it, and the reason for which such rows are skipped. */
  @Test
  void aPluginThatThePageRegistersHasNoFilters() throws Exception {
    Given given = Samples.filtering(Samples.drop("Dropped", true), taking("gone"));
    try (Visit visit = visit(Way.REGISTER, given)) {
      visit.perform(track("Dropped"));
      visit.perform(track("Changed"));

      visit.awaited(PARTNER, 2);
      assertThat(events(visit, PARTNER)).containsExactlyInAnyOrder("Dropped", "Changed");
    }
  }

  /** As analytics.js has it, and the reason for which such rows are skipped. */
  @Test
  void aPluginThatThePageRegistersHasNoDestinationMiddleware() throws Exception {
    Given given = Samples.given(Samples.drop("Dropped", true), changing(true));
    try (Visit visit = visit(Way.REGISTER, given)) {
      visit.perform(track("Dropped"));
      visit.perform(track("Changed"));

      visit.awaited(PARTNER, 2);
      assertThat(events(visit, PARTNER)).containsExactlyInAnyOrder("Dropped", "Changed");
    }
  }

  @ParameterizedTest
  @EnumSource
  void holdsForWhatWasCalledBeforeTheSdkWasThere(Way way) throws Exception {
    Given given = Samples.given(Samples.drop("Dropped", way != Way.REGISTER), changing(false));
    try (Visit visit =
        open(lab.deploy(Samples.plugin(way), script(way), Map.of(), given, true).held())) {
      visit.perform(track("Dropped"));
      visit.perform(track("Changed"));
      visit.ready();

      visit.awaited(PARTNER);
      assertThat(visit.session().acknowledged(Visit.soon())).hasSize(2);
      assertThat(events(visit, PARTNER)).containsExactly("Purchase");
    }
  }

  /** By them it is known that a lane has delivered. */
  @Test
  void callsOfOursPass() throws Exception {
    try (Visit visit = visit(Way.ACTION, Samples.given(Samples.drop("Dropped", false)))) {
      visit.perform(ours("Dropped"));

      assertThat(json(visit.awaited(PARTNER)).path("event").asString()).isEqualTo("Dropped");
    }
  }

  private static Step.Call ours(String event) {
    return new Step.Track(
        Samples.AT, event, Samples.object().put(Middleware.OURS, "id"), CallOptions.NONE);
  }

  private static Step identify(ObjectNode traits) {
    return new Step.Identify(Samples.AT, Optional.of("u-1"), traits, CallOptions.NONE);
  }

  private static Middleware taking(String... properties) {
    ObjectNode to = Samples.object();
    ObjectNode taken = to.putObject("properties");
    List.of(properties).forEach(taken::putNull);
    return Samples.change("Changed", to, true);
  }

  private static Middleware renaming(String event, String to) {
    return Samples.change(event, Samples.object().put("event", to), true);
  }

  private static Middleware changing(boolean destination) {
    ObjectNode to = Samples.object().put("event", "Purchase");
    ObjectNode properties = to.putObject("properties").put("label", "after").putNull("gone");
    properties.putObject("map").put("new", 1);
    to.putObject("context").put("ip", "0.0.0.0");
    return Samples.change("Changed", to, destination);
  }

  private static ObjectNode before() {
    ObjectNode properties =
        Samples.object().put("label", "before").put("gone", 1).putNull("nothing");
    properties.putObject("map").put("old", 2);
    return properties;
  }

  private static ObjectNode after() {
    ObjectNode properties = Samples.object().put("label", "after").putNull("nothing");
    properties.putObject("map").put("old", 2).put("new", 1);
    return properties;
  }

  private static Step track(String event) {
    return new Step.Track(Samples.AT, event, before(), CallOptions.NONE);
  }

  private static List<String> events(Visit visit, String name) {
    return visit.sent(name).stream().map(e -> json(e).path("event").asString()).toList();
  }

  private static JsonNode json(Exchange exchange) {
    return Json.read(exchange.request().body().text());
  }
}
