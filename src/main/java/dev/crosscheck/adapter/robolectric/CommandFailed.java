package dev.crosscheck.adapter.robolectric;

/** The embedded device could not do what it was told. */
final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailed(String message) {
    super(message);
  }
}
