package dev.crosscheck.device;

import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SpecCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What only pages can do or show, and what a mobile SDK has no call for. */
final class AppLimits {
  private AppLimits() {}

  static Optional<String> cannot(Scenario scenario, Sdk sdk) {
    return missingCalls(scenario, sdk)
        .or(() -> consent(scenario, sdk))
        .or(() -> filters(scenario, sdk))
        .or(() -> firstReason(scenario.steps().stream().map(step -> performing(step, sdk))))
        .or(() -> firstReason(scenario.expectations().stream().map(AppLimits::seeing)));
  }

  private static Optional<String> missingCalls(Scenario scenario, Sdk sdk) {
    Set<SpecCall> calls = scenario.calls();
    String missing =
        List.of(SpecCall.values()).stream()
            .filter(call -> calls.contains(call) && !sdk.has(call))
            .map(SpecCall::word)
            .collect(Collectors.joining(", "));
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(sdk.word() + " has no call '" + missing + "'");
  }

  /** SDKs of plugins have it in one of its own, the others not at all. */
  private static Optional<String> consent(Scenario scenario, Sdk sdk) {
    return scenario
        .given()
        .consent()
        .map(
            asked ->
                sdk.isOfPlugins()
                    ? "'consent' needs Segment's consent plugin for "
                        + sdk.word()
                        + ", which the host app does not have"
                    : sdk.word() + " knows nothing of consent");
  }

  /** The same of destination filters. */
  private static Optional<String> filters(Scenario scenario, Sdk sdk) {
    if (scenario.given().filters().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        sdk.isOfPlugins()
            ? "'filters' need Segment's plugin for "
                + sdk.word()
                + ", which the host app does not have"
            : sdk.word() + " knows nothing of destination filters");
  }

  private static Optional<String> performing(Step step, Sdk sdk) {
    if (step instanceof Step.Navigate
        || step instanceof Step.Reload
        || step instanceof Step.Click
        || step instanceof Step.Type) {
      return Optional.of("'" + step.describe() + "' is for pages: the host app shows none");
    } else if (step instanceof Step.SdkReady) {
      return Optional.of("'sdk ready' is for pages: an app waits for the plugin too");
    } else if (step instanceof Step.Permission permission
        && permission.isOfIos() != sdk.platform().equals("ios")) {
      return Optional.of("'" + step.describe() + "' speaks of no permission of " + sdk.platform());
    } else if (step instanceof Step.Alias alias && alias.previousId().isPresent()) {
      return Optional.of(sdk.word() + "'s alias takes no previous id");
    } else if (step instanceof Step.Call call && call.options().timestamp().isPresent()) {
      return Optional.of(sdk.word() + " takes no timestamp: it has the device's own");
    }
    return Optional.empty();
  }

  private static Optional<String> seeing(Expectation expectation) {
    return expectation instanceof Expectation.Cookie
            || expectation instanceof Expectation.Storage
            || expectation instanceof Expectation.Element
            || expectation instanceof Expectation.Globals
        ? Optional.of("'" + expectation.describe() + "' is of a page, and an app has none")
        : Optional.empty();
  }

  private static Optional<String> firstReason(Stream<Optional<String>> reasons) {
    return reasons.flatMap(Optional::stream).findFirst();
  }
}
