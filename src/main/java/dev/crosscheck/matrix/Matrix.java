package dev.crosscheck.matrix;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All cells of a run, as far as it has come.
 *
 * @param planned how many cells the run has
 * @param findings warnings about the files
 */
public record Matrix(
    RunFacts run,
    List<PluginRow> plugins,
    List<DeviceColumn> devices,
    List<Scenario> scenarios,
    List<CellResult> cells,
    int planned,
    Suite suite,
    List<Finding> findings) {

  /** The words of all verdicts, in the order in which they are told. */
  public static final List<String> VERDICTS =
      List.of("passed", "failed", "broken", "skipped", "waived", "unsupported");

  public Matrix {
    plugins = List.copyOf(plugins);
    devices = List.copyOf(devices);
    scenarios = List.copyOf(scenarios);
    cells = List.copyOf(cells);
    findings = List.copyOf(findings);
  }

  /** How many cells have each verdict, in the order of {@link #VERDICTS}, zeros included. */
  public Map<String, Integer> summary() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    VERDICTS.forEach(word -> counts.put(word, 0));
    cells.forEach(cell -> counts.merge(cell.verdict().word(), 1, Integer::sum));
    return counts;
  }

  /** The expectation that a cell did not meet, else its scenario. */
  public SourceLocation place(CellResult cell) {
    return cell.verdict().mismatches().stream()
        .flatMap(mismatch -> mismatch.at().stream())
        .findFirst()
        .or(
            () ->
                scenarios.stream()
                    .filter(scenario -> scenario.id().equals(cell.cell().scenario()))
                    .map(Scenario::at)
                    .findFirst())
        .orElseGet(() -> SourceLocation.of(cell.cell().scenario()));
  }

  /** Whether any cell was judged; a run that judged nothing is not green. */
  public boolean judgedAnything() {
    return cells.stream()
        .map(CellResult::verdict)
        .anyMatch(v -> !(v instanceof Verdict.Skipped) && !(v instanceof Verdict.Broken));
  }
}
