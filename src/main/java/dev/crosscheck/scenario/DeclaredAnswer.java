package dev.crosscheck.scenario;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.RequestPattern;
import java.time.Duration;
import java.util.List;

/**
 * What a partner's host answers, where the default will not do.
 *
 * @param status {@link #ACCEPTED} for a WebSocket
 * @param body of a WebSocket: what the partner says first, if it is not empty
 */
public record DeclaredAnswer(
    RequestPattern request, int status, List<Header> headers, Body body, Duration delay) {
  /** Switching Protocols (RFC 9110, 15.2.2). */
  public static final int ACCEPTED = 101;

  public DeclaredAnswer {
    headers = List.copyOf(headers);
  }
}
