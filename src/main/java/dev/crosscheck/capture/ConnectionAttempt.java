package dev.crosscheck.capture;

import java.time.Instant;

/**
 * A connection that never carried a request: refused by the network, or broken in its handshake.
 *
 * @param host the host asked for, or empty where it was not said
 * @param trouble why nothing came of it
 */
public record ConnectionAttempt(Instant at, String host, String trouble) {}
