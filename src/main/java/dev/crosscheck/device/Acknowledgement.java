package dev.crosscheck.device;

import java.time.Instant;
import java.util.Optional;

/**
 * The SDK took a step.
 *
 * @param number the step's number in the session, from 0, sentinels included
 * @param queued the SDK holds it until the network is back; a second acknowledgement follows
 * @param messageId the Segment message's id; empty for steps that make none
 */
public record Acknowledgement(
    int number,
    Instant at,
    boolean queued,
    Optional<String> messageId,
    Optional<String> anonymousId,
    Optional<String> userId) {}
