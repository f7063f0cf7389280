package dev.crosscheck.segment;

import dev.crosscheck.finding.Finding;

/** The plugin's own code could not be built. */
public final class BuildFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;
  private final boolean unfit;

  public BuildFailed(Finding finding) {
    this(finding, false);
  }

  private BuildFailed(Finding finding, boolean unfit) {
    super(finding.message());
    this.finding = finding;
    this.unfit = unfit;
  }

  /** Nothing is wrong with the plugin, but such devices cannot run it. */
  public static BuildFailed unfit(Finding finding) {
    return new BuildFailed(finding, true);
  }

  /** Whether it is for the device's sake, so that cells are skipped and not failed. */
  public boolean isUnfit() {
    return unfit;
  }

  public Finding finding() {
    return finding;
  }
}
