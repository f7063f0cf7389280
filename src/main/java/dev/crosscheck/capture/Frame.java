package dev.crosscheck.capture;

import java.time.Instant;

/**
 * One WebSocket message of an exchange that was upgraded.
 *
 * @param sent true from the client, false to it
 * @param text true for a text frame, false for a binary one
 */
public record Frame(Instant at, boolean sent, boolean text, Body payload) {}
