package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Waiver;
import java.util.List;

/** The rule {@code UnknownWaiverRow}: a waiver of a row names one that its scenario has. */
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
