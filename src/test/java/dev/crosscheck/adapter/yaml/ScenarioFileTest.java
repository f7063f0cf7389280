package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.spec.SpecCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values of the scenarios of {@code docs/format.md}. */
class ScenarioFileTest {
  private static final String FILE = "scenarios/acme/order-completed.yaml";

  @TempDir Path folder;

  private Project project;

  @BeforeEach
  void readThePage() throws IOException {
    FormatPage.read().layInto(folder);
    project = new ProjectReader(folder).read();
  }

  @Test
  void readsWhatAScenarioIs() throws Exception {
    Scenario scenario = scenario("order-completed");

    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(FILE)));
    assertThat(scenario.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(scenario.text()).isEqualTo(Files.readString(folder.resolve(FILE)));
    assertThat(scenario.id()).isEqualTo("acme/order-completed");
    assertThat(scenario.title()).isEqualTo("order completed reaches Acme with its revenue");
    assertThat(scenario.at()).isEqualTo(new SourceLocation(FILE, 1, 1));
    assertThat(scenario.deadline()).contains(Duration.ofSeconds(20));
    assertThat(scenario.given())
        .isEqualTo(
            new Given(
                true,
                Optional.of(json("{\"trackPages\": null}")),
                Optional.of(json("{\"All\": true}")),
                List.of()));
    assertThat(scenario.differs()).hasSize(1);
    assertThat(scenario.differs().get(0).key()).isEqualTo("ios");
    assertThat(scenario.differs().get(0).because()).isEqualTo("Acme's iOS SDK drops the currency");
  }

  @Test
  void readsMiddleware() {
    assertThat(scenario("middleware").given().middleware())
        .containsExactly(
            new Middleware.Drop(
                new SourceLocation("scenarios/acme/middleware.yaml", 4, 7),
                new EventMatch(Optional.empty(), Optional.of("Cart Viewed"), Optional.empty()),
                Optional.empty()),
            new Middleware.Change(
                new SourceLocation("scenarios/acme/middleware.yaml", 5, 7),
                new EventMatch(Optional.of(SpecCall.IDENTIFY), Optional.empty(), Optional.empty()),
                json("{\"traits\": {\"plan\": \"pro\", \"email\": null}}"),
                Optional.empty()),
            new Middleware.Change(
                new SourceLocation("scenarios/acme/middleware.yaml", 7, 7),
                new EventMatch(Optional.empty(), Optional.of("Order Completed"), Optional.empty()),
                json("{\"event\": \"Purchase\", \"properties\": {\"coupon\": \"nd-after\"}}"),
                Optional.of("Acme")));
  }

  @Test
  void readsFilters() {
    Given given = scenario("filters").given();

    assertThat(given.middleware()).isEmpty();
    assertThat(given.filters())
        .containsExactly(
            new Middleware.Drop(
                new SourceLocation("scenarios/acme/filters.yaml", 4, 7),
                new EventMatch(Optional.empty(), Optional.of("Cart Viewed"), Optional.empty()),
                Optional.of("${plugin}")),
            new Middleware.Change(
                new SourceLocation("scenarios/acme/filters.yaml", 5, 7),
                new EventMatch(Optional.empty(), Optional.of("Order Completed"), Optional.empty()),
                json("{\"properties\": {\"coupon\": null, \"currency\": null}}"),
                Optional.of("${plugin}")),
            new Middleware.Change(
                new SourceLocation("scenarios/acme/filters.yaml", 7, 7),
                new EventMatch(Optional.of(SpecCall.IDENTIFY), Optional.empty(), Optional.empty()),
                json("{\"traits\": {\"email\": null}}"),
                Optional.of("${plugin}")));
  }

  @Test
  void keepsPlaceAndTypeOfEveryValue() {
    Step.Track track = (Step.Track) scenario("order-completed").steps().get(1);

    assertThat(track.at()).isEqualTo(new SourceLocation(FILE, 5, 5));
    assertThat(track.payload().path("order_id").isString()).isTrue();
    assertThat(track.payload().path("revenue").decimalValue()).isEqualTo(new BigDecimal("25.00"));
  }

  @Test
  void readsReferencesBesideLiterals() {
    Expectation.Messages expected =
        (Expectation.Messages) scenario("order-completed").expect().get(0);

    assertThat(expected.at()).isEqualTo(new SourceLocation(FILE, 8, 5));
    assertThat(expected.times()).isEqualTo(Times.exactly(1));
    assertThat(expected.match().map(m -> ((Pattern.Fields) m).fields().get("properties")))
        .contains(
            new Pattern.Fields(
                Map.of(
                    "revenue",
                        new Pattern.Literal(
                            JsonNodeFactory.instance.numberNode(new BigDecimal("25.0"))),
                    "distinct_id", literal("u-42"),
                    "$device_id", text(new Pattern.Reference("segment", -1, "anonymousId")))));
  }

  @Test
  void readsCallsWithTheirOptions() {
    List<Step> steps = scenario("every-step").steps();

    assertThat(steps.get(0)).isInstanceOf(Step.Page.class);
    assertThat(steps.get(1)).isInstanceOf(Step.Ready.class);
    Step.Identify identify = (Step.Identify) steps.get(2);
    assertThat(identify.userId()).contains("u-1");
    assertThat(identify.payload()).isEqualTo(json("{\"name\": \"Jane\", \"visits\": 3}"));
    assertThat(identify.options().context()).contains(json("{\"ip\": \"203.0.113.9\"}"));
    assertThat(identify.options().integrations())
        .contains(json("{\"All\": false, \"Acme\": true}"));
    assertThat(identify.options().timestamp()).contains("2026-11-21T09:30:00Z");
    assertThat(((Step.Identify) steps.get(3)).userId()).isEmpty();
    assertThat(((Step.Page) steps.get(0)).name()).isEmpty();
    assertThat(((Step.Page) steps.get(5)).category()).contains("Shop");
    assertThat(((Step.Alias) steps.get(8)).previousId()).contains("u-1");
  }

  @Test
  void readsStepsOnThePageAndTheNetwork() {
    assertThat(scenario("every-step").steps().stream().map(Step::describe).skip(9))
        .containsExactly(
            "flush",
            "reset",
            "navigate /pricing?plan=pro",
            "reload",
            "click #buy",
            "click #send in frame chat",
            "type into input[name=q] in frame search",
            "network: slow",
            "network: slow by 300 ms, 1000000 B/s",
            "network: refused to api.acme.example",
            "network: no such host to *.acme.example",
            "network: tls failure to cdn.acme.example",
            "network: online to cdn.acme.example",
            "network: offline",
            "network: online",
            "partner answers: 500",
            "partner answers: reset",
            "partner answers: reset in body",
            "partner answers: truncated",
            "partner answers: garbage, 64 bytes, seed 1",
            "partner answers: slow by 2000 ms",
            "partner answers: slow by 500 ms",
            "partner answers: held",
            "partner answers: 503 to api.acme.example",
            "partner answers: truncated after 10 bytes, 30% of requests, seed 7",
            "partner asked 2 ×, or 7000 ms",
            "partner answers: default",
            "wait until event",
            "expect");
    Step.WaitUntil wait = (Step.WaitUntil) scenario("every-step").steps().get(36);
    assertThat(wait.count()).isEqualTo(2);
    assertThat(wait.match()).isPresent();
  }

  @Test
  void readsStepsOfAppsAlone() {
    List<Step> steps = scenario("every-app-step").steps();

    assertThat(steps.stream().map(Step::describe))
        .containsExactly(
            "grant android.permission.ACCESS_FINE_LOCATION",
            "deny android.permission.POST_NOTIFICATIONS",
            "push token",
            "push received",
            "push opened",
            "deep link shop://orders/7",
            "rotate: landscape",
            "appearance: dark",
            "track Cart Viewed",
            "background",
            "foreground",
            "relaunch",
            "opt: out",
            "opt: in",
            "grant location");
    ObjectNode message = json("{\"title\": \"Sale\", \"campaign\": {\"name\": \"Spring\"}}");
    assertThat(steps.subList(2, 5))
        .containsExactly(
            new Step.Push(at(6), Step.Push.Moment.TOKEN, "f0e1d2", json("{}")),
            new Step.Push(at(7), Step.Push.Moment.RECEIVED, "", message),
            new Step.Push(at(8), Step.Push.Moment.OPENED, "", message));
  }

  private static SourceLocation at(int line) {
    return new SourceLocation("scenarios/acme/every-app-step.yaml", line - 1, 5);
  }

  @Test
  void readsHowOftenAndWhat() {
    List<Expectation> expect = scenario("every-expectation").expect();

    assertThat(((Expectation.Messages) expect.get(0)).times()).isEqualTo(Times.AT_LEAST_ONCE);
    assertThat(((Expectation.Messages) expect.get(1)).only()).isTrue();
    assertThat(((Expectation.Requests) expect.get(2)).times())
        .isEqualTo(new Times(1, OptionalInt.of(3)));
    assertThat(((Expectation.Requests) expect.get(2)).match().get("headers"))
        .isEqualTo(new Pattern.Fields(Map.of("content-type", literal("application/json"))));
    assertThat(((Expectation.Requests) expect.get(3)).times()).isEqualTo(Times.NEVER);
    assertThat(((Expectation.SegmentDelivery) expect.get(4)).times())
        .isEqualTo(new Times(1, OptionalInt.of(2)));
  }

  @Test
  void readsWhatThePageShowsAndKeeps() {
    List<Expectation> expect = scenario("every-expectation").expect();

    Expectation.Cookie cookie = (Expectation.Cookie) expect.get(6);
    assertThat(cookie.name()).isEqualTo("acme_*");
    assertThat(cookie.domain()).contains(".acme.example");
    assertThat(cookie.absent()).isTrue();
    assertThat(((Expectation.Storage) expect.get(8)).area())
        .isEqualTo(Expectation.Storage.Area.SESSION);
    Expectation.Element element = (Expectation.Element) expect.get(10);
    assertThat(element.element()).isEqualTo(new Locator("#launcher", Optional.of("chat")));
    assertThat(element.visible()).isTrue();
    assertThat(element.text()).contains(new Pattern.Regex("Hello"));
    assertThat(((Expectation.Console) expect.get(12)).line()).isEmpty();
    assertThat(((Expectation.Console) expect.get(13)).line())
        .contains(new Pattern.Regex("^acme: sent"));
    assertThat(expect.get(14)).isInstanceOf(Expectation.Globals.class);
    assertThat(expect.get(15)).isInstanceOf(Expectation.NothingRepeated.class);
    assertThat(((Expectation.Order) expect.get(17)).messages())
        .containsExactly(
            new Expectation.Order.MessageRef("event", 0),
            new Expectation.Order.MessageRef("hit", 0));
  }

  @Test
  void readsMatchersAndEscapes() {
    Expectation.Messages expected =
        (Expectation.Messages) scenario("every-matcher").expect().get(0);
    Pattern.Fields match = (Pattern.Fields) expected.match().orElseThrow();
    Map<String, Pattern> properties =
        ((Pattern.Fields) match.fields().getOrDefault("properties", new Pattern.Missing()))
            .fields();

    assertThat(properties)
        .containsEntry("order_id", new Pattern.Regex("^[0-9a-f]{8}$"))
        .containsEntry("total", new Pattern.Within(new BigDecimal("25"), new BigDecimal("0.01")))
        .containsEntry("email", new Pattern.Sha256("jane@example.com"))
        .containsEntry("price", literal("${literal}"))
        .containsEntry("first", text(new Pattern.Reference("segment", 0, "userId")))
        .containsEntry(
            "label",
            text(
                new Pattern.Part.Plain("order-"),
                new Pattern.Reference("event", 0, "properties.order_id")))
        .containsEntry(
            "products",
            new Pattern.Containing(List.of(new Pattern.Fields(Map.of("sku", literal("a"))))));
  }

  private Scenario scenario(String slug) {
    return project.scenarios().getOrDefault("acme", List.of()).stream()
        .filter(scenario -> scenario.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  private static Pattern literal(String text) {
    return new Pattern.Literal(JsonNodeFactory.instance.stringNode(text));
  }

  private static Pattern text(Pattern.Part... parts) {
    return new Pattern.Text(List.of(parts));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.builder().build().readTree(text);
  }
}
