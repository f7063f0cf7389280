package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation.Always;
import dev.crosscheck.scenario.Expectation.Always.What;
import dev.crosscheck.scenario.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What every cell claims without saying so; a violation counts wherever it is seen. */
final class Violations {
  private Violations() {}

  /** Those that no row tells of. */
  static List<Mismatch> in(Trial trial) {
    List<Mismatch> found = new ArrayList<>();
    for (What what : What.values()) {
      if (trial.evidence().scenario().rows().stream().noneMatch(row -> tells(row, what))) {
        found.addAll(of(what, trial));
      }
    }
    found.addAll(UnreadExchanges.in(trial.view()));
    return found;
  }

  /** Those of which a row speaks. */
  static List<Mismatch> of(Row row, Trial trial) {
    List<Mismatch> found = new ArrayList<>();
    for (What what : What.values()) {
      if (tells(row, what)) {
        found.addAll(of(what, trial));
      }
    }
    return found;
  }

  private static boolean tells(Row row, What what) {
    return row.expect().stream()
        .anyMatch(expected -> expected instanceof Always always && always.what() == what);
  }

  private static List<Mismatch> of(What what, Trial trial) {
    Evidence evidence = trial.evidence();
    View view = trial.view();
    return switch (what) {
      case DECLARED_HOSTS -> UndeclaredHosts.in(view, evidence.plugin(), evidence.device());
      case TLS -> PlainHttp.in(view, evidence.plugin(), evidence.console());
      case UNCHANGED_EVENTS -> ChangedEvents.in(view, evidence);
    };
  }

  /** What is no violation, and should be looked at all the same. */
  static List<Finding> findings(Trial trial) {
    List<Finding> findings = new ArrayList<>(libraries(trial));
    findings.addAll(Delivered.departures(trial));
    return findings;
  }

  /** Code that the plugin asked for and nobody declared, each once. */
  private static List<Finding> libraries(Trial trial) {
    Set<String> urls = new LinkedHashSet<>();
    trial.view().capture().exchanges().stream()
        .filter(CodeRequests::isUndeclaredLibrary)
        .forEach(exchange -> urls.add(exchange.request().url()));
    return urls.stream()
        .map(
            url ->
                Finding.warning(
                    "UndeclaredLibrary",
                    trial.evidence().plugin().at(),
                    "the plugin asks for '" + Wording.cut(url) + "', which nobody declares",
                    "declare it under 'libraries:' in plugin.yaml"))
        .toList();
  }
}
