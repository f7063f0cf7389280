package dev.crosscheck.segment;

import dev.crosscheck.finding.Finding;

/** The plugin's own code could not be built. */
public final class BuildFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public BuildFailed(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }
}
