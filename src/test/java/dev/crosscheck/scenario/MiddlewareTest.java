package dev.crosscheck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a customer's middleware makes of calls. */
class MiddlewareTest {
  private static final Step.Track ORDER =
      new Step.Track(
          Samples.AT,
          "Order",
          json("{'id': 1, 'a': {'b': 2, 'c': 3}, 'none': null}"),
          context("{'ip': '::1'}"));

  @Test
  void aCallThatNoMiddlewareIsForPasses() {
    Given given = Samples.given(Samples.drop("Cart", false), change("Cart", "{'event': 'X'}"));

    assertThat(given.toPlugin(ORDER)).isEqualTo(new PassedCall(ORDER, false));
    assertThat(given.toOthers(ORDER)).isEqualTo(new PassedCall(ORDER, false));
    assertThat(given.meets(ORDER, given.middleware().get(0))).isFalse();
  }

  @Test
  void aSourceMiddlewareDropsForAllAndADestinationsForItAlone() {
    Given source = Samples.given(Samples.drop("Order", false));
    Given destination = Samples.given(Samples.drop("Order", true));

    assertThat(source.toPlugin(ORDER).dropped()).isTrue();
    assertThat(source.toOthers(ORDER).dropped()).isTrue();
    assertThat(source.meetsDestinationMiddleware(ORDER)).isFalse();
    assertThat(destination.toPlugin(ORDER).dropped()).isTrue();
    assertThat(destination.toOthers(ORDER).dropped()).isFalse();
    assertThat(destination.meetsDestinationMiddleware(ORDER)).isTrue();
  }

  @Test
  void aFilterIsForThePluginAloneAndComesAfterSourceMiddleware() {
    Given given =
        Samples.given(
            List.of(change("Order", "{'event': 'Purchase'}")),
            List.of(Samples.drop("Purchase", true), Samples.drop("Order", true)));

    assertThat(given.toPlugin(ORDER).dropped()).isTrue();
    assertThat(given.toOthers(ORDER).dropped()).isFalse();
    assertThat(given.meetsDestinationMiddleware(ORDER)).isTrue();
    assertThat(given.meets(ORDER, given.filters().get(0))).isTrue();
    assertThat(given.meets(ORDER, given.filters().get(1))).isFalse();
    assertThat(given.opened(Samples.plugin(), Sdk.ANALYTICS_NEXT).filters()).isEmpty();
    assertThat(given.opened(Samples.plugin(), Sdk.ANALYTICS_NEXT).middleware()).hasSize(1);
  }

  @Test
  void aFilterComesBeforeDestinationMiddleware() {
    Middleware renaming = Samples.change("Order", (ObjectNode) json("{'event': 'Purchase'}"), true);
    Given late = Samples.given(List.of(renaming), List.of(Samples.drop("Purchase", true)));
    Given early = Samples.given(List.of(renaming), List.of(Samples.drop("Order", true)));

    assertThat(late.toPlugin(ORDER).dropped()).isFalse();
    assertThat(late.meets(ORDER, late.filters().get(0))).isFalse();
    assertThat(early.toPlugin(ORDER).dropped()).isTrue();
    assertThat(early.meets(ORDER, renaming)).isFalse();
  }

  /** The example of RFC 7396, section 1, in what an event has. */
  @Test
  void aChangeIsLaidOverTheEvent() {
    Given given =
        Samples.given(
            change(
                "Order",
                "{'event': 'Purchase', 'properties': {'a': {'b': 'z', 'c': null}, 'd': [1], 'id': null, 'e': {'f': {'g': null}}},"
                    + " 'context': {'ip': '0.0.0.0'}, 'traits': {'x': 1}}"));

    Step.Track made = (Step.Track) given.toPlugin(ORDER).call();

    assertThat(made.event()).isEqualTo("Purchase");
    assertThat(made.payload())
        .isEqualTo(json("{'a': {'b': 'z'}, 'none': null, 'd': [1], 'e': {'f': {}}}"));
    assertThat(made.options().context()).contains(json("{'ip': '0.0.0.0'}"));
    assertThat(made.at()).isEqualTo(ORDER.at());
    assertThat(ORDER.payload().path("a").path("c").intValue()).as("as made").isEqualTo(3);
  }

  @Test
  void eachMeetsWhatTheOnesBeforeItLeft() {
    Middleware renamed = change("Order", "{'event': 'Purchase'}");
    Middleware dropped = Samples.drop("Purchase", false);
    Middleware late = Samples.drop("Order", false);
    Given given = Samples.given(renamed, late, dropped);

    assertThat(given.toPlugin(ORDER).dropped()).isTrue();
    assertThat(((Step.Track) given.toPlugin(ORDER).call()).event()).isEqualTo("Purchase");
    assertThat(given.middleware())
        .extracting(each -> given.meets(ORDER, each))
        .containsExactly(true, false, true);
  }

  @Test
  void destinationMiddlewareComesLastWhereverItStands() {
    Middleware own = Samples.change("Purchase", json("{'properties': {'id': 2}}"), true);
    Given given = Samples.given(own, change("Order", "{'event': 'Purchase'}"));

    assertThat(given.toPlugin(ORDER).call().payload().path("id").intValue()).isEqualTo(2);
    assertThat(given.toOthers(ORDER).call().payload().path("id").intValue()).isEqualTo(1);
    assertThat(given.meets(ORDER, own)).isTrue();
  }

  @Test
  void anEventIsMatchedByEveryFieldThatIsSaid() {
    Step.Identify identify =
        new Step.Identify(Samples.AT, Optional.of("u"), Samples.object(), CallOptions.NONE);
    Step.Page page =
        new Step.Page(
            Samples.AT, Optional.empty(), Optional.of("Cart"), Samples.object(), CallOptions.NONE);
    Step.Screen screen =
        new Step.Screen(
            Samples.AT, Optional.empty(), Optional.of("Cart"), Samples.object(), CallOptions.NONE);
    Optional<String> none = Optional.empty();

    assertThat(new EventMatch(Optional.of(SpecCall.IDENTIFY), none, none).isOf(identify)).isTrue();
    assertThat(new EventMatch(Optional.of(SpecCall.IDENTIFY), none, none).isOf(page)).isFalse();
    assertThat(new EventMatch(Optional.empty(), none, Optional.of("Cart")).isOf(page)).isTrue();
    assertThat(new EventMatch(Optional.empty(), none, Optional.of("Cart")).isOf(screen)).isTrue();
    assertThat(new EventMatch(Optional.of(SpecCall.PAGE), none, Optional.of("Cart")).isOf(screen))
        .isFalse();
    assertThat(new EventMatch(Optional.empty(), none, Optional.of("Home")).isOf(page)).isFalse();
    assertThat(new EventMatch(Optional.empty(), Optional.of("Cart"), none).isOf(page)).isFalse();
  }

  @Test
  void whatOnlyChangesStaysWhereGatesAreOpened() {
    Middleware changing = change("Order", "{'event': 'Purchase'}");
    Given given = Samples.given(Samples.drop("Cart", true), changing, Samples.drop("Order", false));

    assertThat(given.opened(Samples.plugin(), Sdk.ANALYTICS_NEXT))
        .isEqualTo(Samples.given(changing));
  }

  @Test
  void whatIsDroppedIsKeptBackByItself() {
    Given given = Samples.given(Samples.drop("Order", true));

    assertThat(given.keepsBack(never(ORDER))).isTrue();
    assertThat(Given.NOTHING.keepsBack(never(ORDER))).isFalse();
    assertThat(given.shutsOff(Samples.plugin(), Sdk.ANALYTICS_NEXT)).isFalse();
  }

  @Test
  void inAScenarioForEveryPluginItIsForThePluginAtHand() {
    Middleware forAny =
        new Middleware.Drop(
            Samples.AT,
            new EventMatch(Optional.of(SpecCall.TRACK), Optional.empty(), Optional.empty()),
            Optional.of("${plugin}"));
    Scenario scenario =
        Samples.scenario(
            Samples.given(forAny, Samples.drop("Order", false)), List.of(ORDER), List.of());

    assertThat(scenario.of(Samples.plugin()).given().middleware())
        .extracting(Middleware::destination)
        .containsExactly(Optional.of("Partner"), Optional.empty());
  }

  private static Expectation.Arrival never(Step.Call call) {
    return new Expectation.Arrival(Samples.AT, Times.NEVER, List.of(call));
  }

  private static Middleware change(String event, String to) {
    return Samples.change(event, json(to), false);
  }

  private static CallOptions context(String json) {
    return new CallOptions(Optional.of(json(json)), Optional.empty(), Optional.empty());
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
