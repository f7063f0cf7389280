package dev.crosscheck.finding;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown once, with everything that is wrong in the files of a run. */
public final class FindingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  public FindingsException(List<Finding> findings) {
    super(findings.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
