package dev.crosscheck.cli;

/** A command that cannot be carried out, and what the user can change. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String hint;

  /**
   * @param code the exit code
   */
  Refusal(int code, String message, String hint) {
    super(message);
    this.code = code;
    this.hint = hint;
  }

  int code() {
    return code;
  }

  String hint() {
    return hint;
  }
}
