package dev.crosscheck.adapter.archive;

/** Another run is writing to the same reports folder. */
public final class ReportsInUse extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param pid of the other run, or {@code unknown}
   */
  ReportsInUse(String folder, String pid) {
    super(
        "another run is writing to '"
            + folder
            + "' (pid "
            + pid
            + "); wait until it has ended, or end it");
  }
}
