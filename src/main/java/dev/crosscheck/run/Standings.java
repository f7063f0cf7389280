package dev.crosscheck.run;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Row.Standing.Kind;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.verdict.Marked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a scenario is asked of a plugin on a device. */
final class Standings {
  private Standings() {}

  /**
   * The scenario with the rows that the device has nothing like left out, and those that the plugin
   * does not support turned into what must be seen then: that it stays silent.
   */
  static Scenario of(Scenario scenario, Plugin plugin, DeviceSpec device) {
    return scenario.withRows(
        row -> {
          Scenario alone = scenario.alone(row);
          Optional<String> cannot = cannot(alone, plugin, device);
          if (cannot.isPresent()) {
            return row.skipped(cannot.get());
          }
          return unsupported(alone, plugin)
              .map(why -> silent(row, why, alone, plugin, device))
              .orElseGet(() -> knowable(row, alone, plugin));
        });
  }

  /**
   * The row without claims that calls arrive of which the plugin, as its plugin.yaml says, sends
   * nothing by which they could be known; where that is all of a claim, the row is not performed.
   */
  private static Row knowable(Row row, Scenario alone, Plugin plugin) {
    List<Expectation> left = new ArrayList<>();
    for (Expectation expectation : row.expect()) {
      if (expectation instanceof Expectation.Arrival arrival && arrival.times().least() > 0) {
        List<Step.Call> known =
            arrival.calls().stream()
                .filter(call -> Marked.isSent(alone.given().toPlugin(call).call(), plugin))
                .toList();
        if (known.isEmpty()) {
          return row.skipped(
              "by 'carries' in plugin.yaml '"
                  + plugin.name()
                  + "' sends nothing by which '"
                  + arrival.calls().get(0).describe()
                  + "' could be known");
        }
        left.add(arrival.of(known));
      } else {
        left.add(expectation);
      }
    }
    return row.expecting(left);
  }

  /** What keeps a device, with that plugin on it, from performing a scenario. */
  static Optional<String> cannot(Scenario scenario, Plugin plugin, DeviceSpec device) {
    return device.cannot(scenario).or(() -> withoutMiddleware(scenario, plugin, device));
  }

  /** analytics.js puts middleware only before destinations that it wraps itself. */
  private static Optional<String> withoutMiddleware(
      Scenario scenario, Plugin plugin, DeviceSpec device) {
    boolean registered = device.sdk() == Sdk.ANALYTICS_NEXT && plugin.isRegistered();
    return scenario.madeCalls().stream()
        .filter(call -> registered && scenario.given().meetsDestinationMiddleware(call))
        .findFirst()
        .map(
            call ->
                "'"
                    + call.describe()
                    + "' is for a destination middleware or filter, and analytics.js has none for a"
                    + " plugin that the page registers");
  }

  private static Row silent(Row row, String why, Scenario alone, Plugin plugin, DeviceSpec device) {
    List<Step.Call> calls =
        alone.madeCalls().stream()
            .filter(call -> !supports(plugin.supports(), alone.given().toPlugin(call).call()))
            .toList();
    Expectation.Arrival never = new Expectation.Arrival(row.at(), Times.NEVER, calls);
    // behind a gate it shows nothing that a plugin keeps silent of what it never sends
    return alone.given().shutsOff(plugin, device.sdk()) || alone.given().keepsBack(never)
        ? row.skipped(why)
        : row.unsupported(why, List.of(never));
  }

  /**
   * Which of its calls and events the plugin declares not to support; empty where there is none.
   */
  static Optional<String> unsupported(Scenario scenario, Plugin plugin) {
    Set<String> words = new LinkedHashSet<>();
    for (Step.Call made : scenario.madeCalls()) {
      Step.Call call = scenario.given().toPlugin(made).call();
      if (!supports(plugin.supports(), call)) {
        words.add(
            plugin.supports().calls().contains(call.call())
                ? "'" + ((Step.Track) call).event() + "'"
                : call.call().word());
      }
    }
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", words) + ": declared unsupported by '" + plugin.name() + "'");
  }

  private static boolean supports(Supports supports, Step.Call call) {
    if (!supports.calls().contains(call.call())) {
      return false;
    }
    return call.call() != SpecCall.TRACK
        || supports
            .events()
            .map(events -> events.contains(((Step.Track) call).event()))
            .orElse(true);
  }

  /** Why no row is left; empty where there are some, or none was meant to be. */
  static Optional<String> noneLeft(Scenario scenario) {
    boolean asked = scenario.rows().stream().anyMatch(row -> row.standing().kind() != Kind.SKIPPED);
    return asked || scenario.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(scenario.rows().get(0).standing().reason());
  }
}
