package dev.crosscheck.evidence;

import java.util.Optional;

/**
 * Why an attempt ended before its end.
 *
 * @param message in words for the user, never a stack trace
 * @param withoutPlugin for {@code STEP}: whether the same step is acknowledged without the plugin;
 *     empty if that could not be found out
 */
public record Trouble(Kind kind, String message, Optional<Boolean> withoutPlugin) {

  /** What went wrong. */
  public enum Kind {
    /** The SDK did not acknowledge a step, or the plugin never became ready. */
    STEP,
    /** A {@code wait until} was not met by its deadline. */
    WAIT,
    /** The device, or something of ours. */
    HARNESS,
    INTERRUPTED
  }

  public static Trouble harness(String message) {
    return new Trouble(Kind.HARNESS, message, Optional.empty());
  }

  /** The first line of what an exception says; its name where it says nothing. */
  public static String words(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse("");
  }
}
