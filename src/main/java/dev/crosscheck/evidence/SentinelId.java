package dev.crosscheck.evidence;

import dev.crosscheck.spec.SpecCall;
import java.util.Optional;
import java.util.UUID;

/** The unique id that a sentinel carries; it tells the call that made it. */
public final class SentinelId {
  private static final String PREFIX = "crosscheck-";

  private SentinelId() {}

  /** A new one: {@code crosscheck-track-0b7c…}. */
  public static String of(SpecCall call) {
    return PREFIX + call.word() + "-" + UUID.randomUUID();
  }

  /** The call that carried this id; empty where it does not say. */
  public static Optional<SpecCall> call(String id) {
    if (!id.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String rest = id.substring(PREFIX.length());
    int end = rest.indexOf('-');
    return end < 0 ? Optional.empty() : SpecCall.of(rest.substring(0, end));
  }
}
