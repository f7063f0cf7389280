package dev.crosscheck.spec;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The six calls of the Segment Spec.
 *
 * @see <a href="https://segment.com/docs/connections/spec/">Segment Spec</a>
 */
public enum SpecCall {
  IDENTIFY("i"),
  TRACK("t"),
  PAGE("p"),
  SCREEN("s"),
  GROUP("g"),
  ALIAS("a");

  private final String path;

  SpecCall(String path) {
    this.path = path;
  }

  /** The call's name in lower case, as it stands in files and in a delivery's {@code type}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The last part of the path under {@code /v1/} to which analytics.js delivers this call. */
  public String path() {
    return path;
  }

  /** Where an event of this call has what is said of the user, the group or what happened. */
  public String payload() {
    return this == IDENTIFY || this == GROUP ? "traits" : "properties";
  }

  public static Optional<SpecCall> of(String word) {
    return Arrays.stream(values()).filter(call -> call.word().equals(word)).findFirst();
  }
}
