package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong, so that one run tells all of it. */
final class Findings {
  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(
          Finding::at,
          Comparator.comparing(SourceLocation::file)
              .thenComparingInt(SourceLocation::line)
              .thenComparingInt(SourceLocation::column));

  /** A set, since an aliased node is read, and found wrong, as often as it is used. */
  private final Set<Finding> all = new LinkedHashSet<>();

  void error(Rule rule, SourceLocation at, String message, String hint) {
    all.add(Finding.error(rule.id(), at, message, hint));
  }

  void warning(Rule rule, SourceLocation at, String message, String hint) {
    all.add(Finding.warning(rule.id(), at, message, hint));
  }

  boolean hasErrors() {
    return all.stream().anyMatch(Finding::isError);
  }

  boolean hasErrorsIn(String file) {
    return all.stream().anyMatch(f -> f.isError() && f.at().file().equals(file));
  }

  /** All of them, by file, line and column. */
  List<Finding> inOrder() {
    List<Finding> sorted = new ArrayList<>(all);
    sorted.sort(BY_PLACE);
    return sorted;
  }
}
