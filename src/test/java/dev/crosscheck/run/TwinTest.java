package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the twin of a silent cell does, and what it is waited for. */
class TwinTest {
  private static final Step.Track SENT = call("nd-sent", false);
  private static final Step.Track KEPT = call("nd-kept", true);
  private static final Step.Track NOT_KEPT = call("nd-not-kept", false);

  @Test
  void aCallThatIsKeptByItselfIsMadeWithoutThatAndMustBeHeard() {
    Scenario table =
        Samples.table(
            List.of(SENT, KEPT),
            Samples.row("sent", 0, 1, arrives(Times.exactly(1), SENT)),
            Samples.row("kept", 1, 1, arrives(Times.NEVER, KEPT)));

    assertThat(isNeeded(table)).isTrue();
    Scenario twin = twin(table);
    assertThat(twin.rows()).isEmpty();
    assertThat(twin.steps()).isEqualTo(List.of(SENT, KEPT.ungated()));
    assertThat(heard(twin)).containsExactly(List.of(KEPT.ungated()));
  }

  @Test
  void whatIsAbsentWithoutAGateIsNotWaitedFor() {
    Scenario table =
        Samples.table(
            List.of(KEPT, NOT_KEPT),
            Samples.row("kept", 0, 1, arrives(Times.NEVER, KEPT)),
            Samples.row("lost", 1, 1, arrives(Times.NEVER, NOT_KEPT)),
            Samples.row(
                "tls", 2, 0, new Expectation.Always(Samples.AT, Expectation.Always.What.TLS)));

    assertThat(heard(twin(table))).containsExactly(List.of(KEPT.ungated()));
  }

  @Test
  void behindAShutGateEveryCallOfWhichNothingMayComeMustBeHeard() {
    Given off = new Given(false, Optional.empty(), Optional.empty(), List.of());
    Scenario silent = Samples.scenario(off, List.of(SENT), List.of(arrives(Times.NEVER, SENT)));

    assertThat(isNeeded(silent)).isTrue();
    assertThat(twin(silent).given().enabled()).isTrue();
    assertThat(heard(twin(silent))).containsExactly(List.of(SENT));
  }

  @Test
  void aWindowBeforeConsentIsBehindAShutGateToo() {
    Given asked =
        new Given(
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(
                new Consent(
                    Consent.Model.OPT_IN, Optional.empty(), List.of("Advertising"), List.of())));
    List<Step> steps =
        List.of(
            SENT,
            new Step.Expect(Samples.AT, List.of(arrives(Times.NEVER, SENT))),
            new Step.Consent(Samples.AT, Map.of("Advertising", true)));
    Scenario silent = Samples.scenario(asked, steps, List.of());

    assertThat(isNeeded(silent)).isTrue();
    assertThat(heard(twin(silent))).containsExactly(List.of(SENT));
  }

  @Test
  void whatMiddlewareDropsIsMadeWithoutThatAndMustBeHeard() {
    Given given =
        Samples.given(
            Samples.drop("Order", true),
            Samples.change("Cart", Samples.object().put("event", "Basket"), false));
    Scenario silent = Samples.scenario(given, List.of(SENT), List.of(arrives(Times.NEVER, SENT)));

    assertThat(isNeeded(silent)).isTrue();
    assertThat(twin(silent).given()).isEqualTo(Samples.given(given.middleware().get(1)));
    assertThat(heard(twin(silent))).containsExactly(List.of(SENT));
  }

  @Test
  void callsThatAreOnlyToArriveNeedNone() {
    assertThat(isNeeded(Samples.scenario(List.of(SENT), List.of(arrives(Times.exactly(1), SENT)))))
        .isFalse();
    assertThat(isNeeded(Samples.scenario(List.of(SENT), List.of(arrives(Times.NEVER, SENT)))))
        .isFalse();
    Given changing =
        Samples.given(Samples.change("Order", Samples.object().put("event", "Purchase"), true));
    assertThat(
            isNeeded(
                Samples.scenario(
                    changing, List.of(SENT), List.of(arrives(Times.exactly(1), SENT)))))
        .isFalse();
  }

  private static boolean isNeeded(Scenario scenario) {
    return Twin.isNeededBy(scenario, Samples.plugin(), Sdk.ANALYTICS_NEXT);
  }

  private static Scenario twin(Scenario scenario) {
    return Twin.of(scenario, Samples.plugin(), Sdk.ANALYTICS_NEXT);
  }

  /** The calls that are waited for; nothing else may be. */
  private static List<List<Step.Call>> heard(Scenario twin) {
    return twin.expect().stream().map(e -> ((Expectation.Arrival) e).calls()).toList();
  }

  private static Expectation.Arrival arrives(Times times, Step.Call call) {
    return new Expectation.Arrival(Samples.AT, times, List.of(call));
  }

  private static Step.Track call(String id, boolean kept) {
    CallOptions options =
        kept
            ? new CallOptions(
                Optional.empty(),
                Optional.of(Samples.object().put("Partner", false)),
                Optional.empty())
            : CallOptions.NONE;
    return new Step.Track(Samples.AT, "Order", Samples.object().put("order_id", id), options);
  }
}
