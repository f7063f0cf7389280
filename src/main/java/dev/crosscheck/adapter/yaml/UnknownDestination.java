package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Scenario;
import java.util.List;

/** The rule {@code UnknownValue} for middleware: the only destination is the plugin. */
final class UnknownDestination {
  private UnknownDestination() {}

  /**
   * @param plugin its name; in a scenario that is for every plugin, what stands for it
   */
  static void check(Scenario scenario, String plugin, Findings findings) {
    for (Middleware middleware : scenario.given().middleware()) {
      middleware
          .destination()
          .filter(name -> !name.equals(plugin))
          .ifPresent(
              name ->
                  findings.error(
                      Rule.UNKNOWN_VALUE,
                      middleware.at(),
                      "there is no destination '" + Shown.of(name) + "' to put middleware before",
                      Nearest.hint(name, List.of(plugin))));
    }
  }
}
