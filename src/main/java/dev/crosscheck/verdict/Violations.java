package dev.crosscheck.verdict;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.match.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What every cell claims without saying so; a violation counts wherever it is seen. */
final class Violations {
  private Violations() {}

  static List<Mismatch> in(Trial trial) {
    Evidence evidence = trial.evidence();
    View view = trial.view();
    List<Mismatch> found = new ArrayList<>();
    found.addAll(UndeclaredHosts.in(view, evidence.plugin()));
    found.addAll(PlainHttp.in(view, evidence.plugin(), evidence.console()));
    found.addAll(ChangedEvents.in(view, evidence));
    found.addAll(UnreadExchanges.in(view));
    return found;
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
