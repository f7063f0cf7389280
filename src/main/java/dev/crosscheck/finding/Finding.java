package dev.crosscheck.finding;

import java.util.Optional;

/**
 * One thing that is wrong, where, and what to do.
 *
 * @param rule the name of the rule that found it, such as {@code UnknownStep}
 * @param hint what the user can change
 */
public record Finding(
    Severity severity, String rule, SourceLocation at, String message, Optional<String> hint) {

  public static Finding error(String rule, SourceLocation at, String message, String hint) {
    return new Finding(Severity.ERROR, rule, at, message, optional(hint));
  }

  public static Finding warning(String rule, SourceLocation at, String message, String hint) {
    return new Finding(Severity.WARNING, rule, at, message, optional(hint));
  }

  private static Optional<String> optional(String hint) {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** {@code file:line:col: message [Rule]}, a warning marked as such, the hint on its own line. */
  @Override
  public String toString() {
    String mark = isError() ? "" : "warning: ";
    return at
        + ": "
        + mark
        + message
        + " ["
        + rule
        + "]"
        + hint.map(h -> "\n  hint: " + h).orElse("");
  }
}
