package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Waiver;
import java.util.List;

/**
 * The rule {@code UnknownWaiverRow}: a waiver of a row names one that its scenario has; and for
 * scenarios that are for every plugin {@code UnknownWaiverScenario}.
 */
final class UnknownRow {
  private UnknownRow() {}

  static void check(Plugin plugin, List<Scenario> scenarios, Findings findings) {
    for (Waiver waiver : plugin.waivers()) {
      waiver
          .row()
          .ifPresent(
              row ->
                  scenarios.stream()
                      .filter(scenario -> isMeant(waiver, scenario))
                      .findFirst()
                      .ifPresent(scenario -> check(waiver, row, scenario, findings)));
    }
  }

  /** The same of waivers that speak of scenarios for every plugin. */
  static void checkConformance(Plugin plugin, List<Scenario> conformance, Findings findings) {
    check(plugin, conformance, findings);
    List<String> ids = conformance.stream().map(Scenario::id).toList();
    for (Waiver waiver : plugin.waivers()) {
      boolean meant = waiver.scenario().startsWith(ConformanceFolder.NAME + "/");
      if (meant && !ids.contains(waiver.scenario())) {
        findings.error(
            Rule.UNKNOWN_WAIVER_SCENARIO,
            waiver.at(),
            "there is no scenario '" + Shown.of(waiver.scenario()) + "' to waive",
            Nearest.hint(waiver.scenario(), ids));
      }
    }
  }

  private static boolean isMeant(Waiver waiver, Scenario scenario) {
    return waiver.scenario().equals(scenario.id()) || waiver.scenario().equals(scenario.slug());
  }

  private static void check(Waiver waiver, String row, Scenario scenario, Findings findings) {
    List<String> rows = scenario.rows().stream().map(Row::name).toList();
    if (!rows.contains(row)) {
      findings.error(
          Rule.UNKNOWN_WAIVER_ROW,
          waiver.at(),
          "'" + scenario.slug() + "' has no row '" + Shown.of(row) + "' to waive",
          rows.isEmpty() ? "it has no rows at all" : Nearest.hint(row, rows));
    }
  }
}
