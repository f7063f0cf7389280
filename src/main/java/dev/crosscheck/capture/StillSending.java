package dev.crosscheck.capture;

/** A recording did not become quiet in time. */
public final class StillSending extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what was still going on, such as {@code POST api.example.com/track is unanswered}
   */
  public StillSending(String what) {
    super(what);
  }
}
