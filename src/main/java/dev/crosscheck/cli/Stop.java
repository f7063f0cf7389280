package dev.crosscheck.cli;

/** A wish to stop, kept until there is something that it can end. */
final class Stop {
  private Runnable end = () -> {};
  private boolean wanted;

  /**
   * @param run ends what has just begun; called at once if the wish came before
   */
  synchronized void ends(Runnable run) {
    end = run;
    if (wanted) {
      run.run();
    }
  }

  synchronized void now() {
    wanted = true;
    end.run();
  }
}
