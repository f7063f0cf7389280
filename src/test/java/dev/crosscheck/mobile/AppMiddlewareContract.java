package dev.crosscheck.mobile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Message;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.InLab;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import dev.crosscheck.verdict.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What one of Segment's Android SDKs does with a customer's middleware. */
public abstract class AppMiddlewareContract extends InLab<AppLab> {
  private static final String PARTNER = "POST api.partner.test/track";
  private static final String PROFILE = "POST api.partner.test/engage";

  /** The class by which a sound plugin is got. */
  protected abstract String factory();

  private Visit visit(Middleware... middleware) throws Exception {
    return Visit.open(lab.recorder(), device, lab.deploy(Samples.given(middleware), factory()))
        .ready();
  }

  @Test
  void whatASourceMiddlewareDropsReachesNobody() throws Exception {
    try (Visit visit = visit(Samples.drop("Dropped", false))) {
      Acknowledgement dropped = visit.perform(track("Dropped"));
      visit.perform(track("Seen"));

      assertThat(dropped.queued()).isFalse();
      assertThat(dropped.messageId()).isPresent();
      assertThat(dropped.anonymousId()).isPresent();
      visit.awaited(PARTNER);
      assertThat(names(atPartner(visit))).containsExactly("Seen");
      assertThat(names(atSegment(visit, "Seen"))).contains("Seen").doesNotContain("Dropped");
    }
  }

  @Test
  void whatASourceMiddlewareChangesReachesAllAsChanged() throws Exception {
    try (Visit visit = visit(changing(false))) {
      Acknowledgement changed = visit.perform(track("Changed"));

      visit.awaited(PARTNER);
      assertThat(names(atPartner(visit))).containsExactly("Purchase");
      assertThat(atPartner(visit).get(0).path("properties")).isEqualTo(after());
      JsonNode segment = named(atSegment(visit, "Purchase"), "Purchase");
      assertThat(segment.path("properties")).isEqualTo(after());
      assertThat(segment.path("context").path("ip").asString()).isEqualTo("0.0.0.0");
      assertThat(segment.path("context").path("library").isObject()).isTrue();
      assertThat(segment.path("messageId").asString()).isEqualTo(changed.messageId().orElseThrow());
    }
  }

  @Test
  void whatADestinationMiddlewareDropsReachesAllButIt() throws Exception {
    try (Visit visit = visit(Samples.drop("Dropped", true))) {
      visit.perform(track("Dropped"));
      visit.perform(track("Seen"));

      visit.awaited(PARTNER);
      assertThat(names(atPartner(visit))).containsExactly("Seen");
      assertThat(names(atSegment(visit, "Seen"))).contains("Dropped", "Seen");
    }
  }

  @Test
  void whatADestinationMiddlewareChangesReachesItAlone() throws Exception {
    try (Visit visit = visit(changing(true))) {
      visit.perform(track("Changed"));

      visit.awaited(PARTNER);
      assertThat(names(atPartner(visit))).containsExactly("Purchase");
      assertThat(atPartner(visit).get(0).path("properties")).isEqualTo(after());
      JsonNode segment = named(atSegment(visit, "Changed"), "Changed");
      assertThat(segment.path("properties")).isEqualTo(before());
      assertThat(segment.path("context").path("ip").asString("")).isNotEqualTo("0.0.0.0");
    }
  }

  /** A call that is dropped is taken too, and the next one is not mistaken for it. */
  @Test
  void callsOfOneNameAreToldApart() throws Exception {
    Middleware second = Samples.change("Same", Samples.object().put("event", "Same Again"), false);
    try (Visit visit =
        visit(second, Samples.drop("Same", false), Samples.drop("Same Again", false))) {
      Acknowledgement first = visit.perform(track("Same"));
      Acknowledgement again = visit.perform(track("Same"));
      visit.perform(track("Seen"));

      assertThat(first.messageId()).isPresent().isNotEqualTo(again.messageId());
      visit.awaited(PARTNER);
      assertThat(names(atPartner(visit))).containsExactly("Seen");
    }
  }

  @Test
  void aWholeCallIsDroppedButForThoseOfOurs() throws Exception {
    Middleware identifies =
        new Middleware.Drop(
            Samples.AT,
            new EventMatch(Optional.of(SpecCall.IDENTIFY), Optional.empty(), Optional.empty()),
            Optional.of("Partner"));
    try (Visit visit = visit(identifies)) {
      visit.perform(Samples.identify("u-1"));
      visit.perform(
          new Step.Identify(
              Samples.AT,
              Optional.of("u-2"),
              Samples.object().put(Middleware.OURS, "id"),
              CallOptions.NONE));

      visit.awaited(PROFILE);
      assertThat(visit.sent(PROFILE))
          .extracting(sent -> sent.request().body().text())
          .containsExactly("{\"userId\":\"u-2\"}");
    }
  }

  @Test
  void holdsForWhatWasCalledBeforeTheSettingsWereThere() throws Exception {
    Given given = Samples.given(Samples.drop("Dropped", false), changing(false));
    try (Visit visit = Visit.open(lab.recorder(), device, lab.deploy(given, factory()).held())) {
      visit.perform(track("Dropped"));
      visit.perform(track("Changed"));
      visit.ready();

      visit.awaited(PARTNER);
      assertThat(names(atPartner(visit))).containsExactly("Purchase");
      visit.session().acknowledged(Visit.soon());
    }
  }

  private static Middleware changing(boolean destination) {
    ObjectNode to = Samples.object().put("event", "Purchase");
    ObjectNode properties = to.putObject("properties").put("label", "after").putNull("gone");
    properties.putObject("map").put("new", 1);
    to.putObject("context").put("ip", "0.0.0.0");
    return Samples.change("Changed", to, destination);
  }

  private static ObjectNode before() {
    ObjectNode properties = Samples.object().put("label", "before").put("gone", 1);
    properties.putObject("map").put("old", 2);
    return properties;
  }

  private static ObjectNode after() {
    ObjectNode properties = Samples.object().put("label", "after");
    properties.putObject("map").put("old", 2).put("new", 1);
    return properties;
  }

  private static Step track(String event) {
    return new Step.Track(Samples.AT, event, before(), CallOptions.NONE);
  }

  private static List<JsonNode> atPartner(Visit visit) {
    return visit.sent(PARTNER).stream().map(e -> json(e.request().body().text())).toList();
  }

  /** What was delivered to Segment, once an event of that name was. */
  private static List<JsonNode> atSegment(Visit visit, String until) {
    visit.recording().await(capture -> names(delivered(capture)).contains(until), Visit.soon());
    return delivered(visit.recording().soFar());
  }

  private static List<JsonNode> delivered(Capture capture) {
    return View.of(Samples.plugin(), "android", capture, Set.of()).deliveries().stream()
        .<JsonNode>map(Message::content)
        .toList();
  }

  private static JsonNode named(List<JsonNode> events, String event) {
    return events.stream()
        .filter(each -> each.path("event").asString("").equals(event))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<JsonNode> events) {
    return events.stream().map(event -> event.path("event").asString("")).toList();
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
