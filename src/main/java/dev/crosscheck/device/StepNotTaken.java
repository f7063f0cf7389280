package dev.crosscheck.device;

/** The SDK did not acknowledge in time. Whose fault that is, the run finds out (truth 2). */
public final class StepNotTaken extends Exception {
  private static final long serialVersionUID = 1L;

  public StepNotTaken(String message) {
    super(message);
  }
}
