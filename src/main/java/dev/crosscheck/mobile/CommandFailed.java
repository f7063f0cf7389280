package dev.crosscheck.mobile;

/** The phone could not do what it was told. */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFailed(String message) {
    super(message);
  }
}
