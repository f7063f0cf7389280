package dev.crosscheck.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * A step as it was performed.
 *
 * @param index of the scenario's step; -1 for one that the run added
 * @param what in a few words
 * @param kind why it was performed
 * @param acknowledged when the SDK took it; for steps that nobody acknowledges, when it was done
 * @param messageId the Segment message's id, where the step made one
 * @param sentinel the id that a sentinel carries
 */
public record StepRecord(
    int index,
    String what,
    Kind kind,
    Instant started,
    Optional<Instant> acknowledged,
    Optional<String> messageId,
    Optional<String> sentinel) {

  /** Why a step was performed. */
  public enum Kind {
    SCENARIO,
    /** Undoing what the scenario did to network or answers (truth 3a). */
    RESTORE,
    SENTINEL
  }
}
