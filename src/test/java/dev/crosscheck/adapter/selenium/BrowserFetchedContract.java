package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.WebPlugin.Way;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Plugins that analytics.js fetches by itself, classic and action destinations. */
abstract class BrowserFetchedContract extends InBrowser {
  private static final String SEND =
      """
      window.send = (token, event) => fetch('https://api.partner.test/track',
        {method: 'POST', body: JSON.stringify({token, event})}).catch(() => {});
      """;

  /** Ready a moment after it is initialized, as one that loads a library. */
  private static final String CLASSIC =
      SEND
          + """
          window.partnerDeps = [];
          window.Integration = class {
            constructor(settings) { this.settings = settings; this.heard = {}; }
            on(event, heard) { (this.heard[event] ||= []).push(heard); return this; }
            once(event, heard) { return this.on(event, heard); }
            emit(event) { (this.heard[event] || []).forEach(heard => heard()); }
            initialize() { this.emit('initialize'); setTimeout(() => this.emit('ready'), 50); }
            invoke(call, facade) { return this[call] && this[call](facade); }
            track(facade) { send(this.settings.token, facade.event()); }
          };
          window.partnerLoader = () => { window.partnerIntegration = Integration; };
          """;

  private static final String ACTION =
      SEND
          + """
          var partnerDestination = async settings => [{
            name: 'Partner Track', type: 'destination', version: '1', loaded: false,
            isLoaded() { return this.loaded; },
            async load() { this.loaded = true; },
            track(ctx) { send(settings.token, ctx.event.event); return ctx; },
          }];
          """;

  private static String sound(Way way) {
    return way == Way.CLASSIC ? CLASSIC : ACTION;
  }

  private Deployment deploy(Way way, String script, Given given, boolean withPlugin) {
    return lab.deploy(Samples.plugin(way), script, Map.of(), given, withPlugin);
  }

  private Deployment deploy(Way way, String script) {
    return deploy(way, script, Given.NOTHING, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void isFetchedAsSegmentDeliversItAndHearsEvents(Way way) throws Exception {
    try (Visit visit = open(deploy(way, sound(way))).ready()) {
      visit.perform(Samples.track("Order Completed"));

      JsonNode sent = json(visit.awaited("POST api.partner.test/track"));
      assertThat(sent.toString()).isEqualTo("{\"token\":\"t\",\"event\":\"Order Completed\"}");
      assertThat(visit.names())
          .contains(
              way == Way.CLASSIC
                  ? "GET cdn.segment.com/next-integrations/integrations/partner/latest/partner.dynamic.js.gz"
                  : "GET cdn.segment.com/next-integrations/actions/partner/00.js");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void takesWhatWasCalledBeforeItWasThere(Way way) throws Exception {
    try (Visit visit = open(deploy(way, sound(way)).held())) {
      assertThat(visit.perform(Samples.track("Early")).queued()).isTrue();
      visit.ready();

      assertThat(json(visit.awaited("POST api.partner.test/track")).path("event").asString())
          .isEqualTo("Early");
      assertThat(visit.session().acknowledged(Visit.soon())).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void isNotAskedForOnAPageWithoutIt(Way way) throws Exception {
    staysSilent(deploy(way, "throw 1", Given.NOTHING, false));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void isNotAskedForWhereItIsSwitchedOff(Way way) throws Exception {
    Given off = new Given(false, Optional.empty(), Optional.empty(), List.of());
    staysSilent(deploy(way, sound(way), off, true));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSIC", "ACTION"})
  void isNotAskedForWhereThePagesIntegrationsExcludeIt(Way way) throws Exception {
    Given excluded =
        new Given(
            true,
            Optional.empty(),
            Optional.of(Samples.object().put("All", false).put("Segment.io", true)),
            List.of());
    staysSilent(deploy(way, sound(way), excluded, true));
  }

  private void staysSilent(Deployment deployment) throws Exception {
    try (Visit visit = open(deployment).ready()) {
      visit.perform(Samples.track("Seen"));

      visit.awaited("POST api.segment.io/v1/t");
      assertThat(visit.names())
          .noneMatch(name -> name.contains("partner"))
          .noneMatch(name -> name.contains("next-integrations"));
    }
  }

  @Test
  void anActionDestinationWithoutSubscriptionsIsNoFault() throws Exception {
    try (Visit visit = open(deploy(Way.ACTION, "window.partnerDestination = () => [];")).ready()) {
      visit.perform(Samples.track("Seen"));

      visit.awaited("POST api.segment.io/v1/t");
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CLASSIC | throw new Error('mine') | the plugin's bundle threw ",
        "CLASSIC | window.x = 1 | its bundle sets no list window['partnerDeps']",
        "CLASSIC | window.partnerDeps = [] | its bundle sets no function window['partnerLoader']",
        "CLASSIC | +window.partnerLoader = () => {} | (and window['partnerIntegration'] is no function)",
        "CLASSIC | +window.partnerLoader = () => { throw new Error('mine'); } | load() rejected with Error: mine",
        "CLASSIC | +window.partnerDeps = ['/vendor/x.js'] | the plugin's bundle could not be loaded: https://cdn.segment.com/next-integrations/vendor/x.js.gz",
        "CLASSIC | +Integration.prototype.initialize = () => { throw new Error('mine'); } | plugin 'Partner' did not load: load() rejected with Error: mine",
        "ACTION | throw new Error('mine') | the plugin's bundle threw ",
        "ACTION | window.x = 1 | plugin 'Partner' did not load: its bundle sets no function window['partnerDestination']",
        "ACTION | window.partnerDestination = () => { throw new Error('mine'); } | window['partnerDestination'] threw Error: mine",
        "ACTION | window.partnerDestination = async () => { throw new Error('mine'); } | window['partnerDestination'] rejected with Error: mine",
        "ACTION | window.partnerDestination = () => ({name: 'P', type: 'destination', version: '1'}) | window['partnerDestination'] made a plugin without 'load'",
        "ACTION | window.partnerDestination = () => ({name: 'P', type: 'destination', version: '1', isLoaded: () => false, load: async () => { throw new Error('mine'); }}) | plugin 'Partner' did not load: load() rejected with Error: mine",
      })
  void saysWhyItDoesNotComeUp(Way way, String script, String words) {
    String whole = script.startsWith("+") ? sound(way) + script.substring(1) : script;
    try (Visit visit = open(deploy(way, whole))) {
      assertThatThrownBy(visit::ready).isInstanceOf(StepNotTaken.class).hasMessageContaining(words);
    }
  }

  @Test
  void saysThatSettingsKeepItOutOfDeviceMode() {
    Given unbundled =
        new Given(
            true,
            Optional.of(Samples.object().put("bundlingStatus", "unbundled")),
            Optional.empty(),
            List.of());
    try (Visit visit = open(deploy(Way.CLASSIC, CLASSIC, unbundled, true))) {
      assertThatThrownBy(visit::ready)
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining(
              "by its settings 'Partner' is no classic destination in device mode");
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CLASSIC | Integration.prototype.initialize = function () { this.emit('initialize'); send('t', 'here'); } | plugin 'Partner' is initialized but does not say that it is ready",
        "ACTION | partnerDestination = () => new Promise(() => send('t', 'here')) | window['partnerDestination'] has not made the plugin",
      })
  void saysWhatItIsStillWaitingFor(Way way, String script, String words) {
    try (Visit visit = open(deploy(way, sound(way) + script))) {
      visit.awaited("POST api.partner.test/track");

      assertThatThrownBy(() -> visit.session().ready(Visit.in(Duration.ofSeconds(3))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining(words);
    }
  }

  private static JsonNode json(Exchange exchange) {
    return Json.read(exchange.request().body().text());
  }
}
