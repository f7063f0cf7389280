package dev.crosscheck.scenario;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.RequestPattern;
import java.time.Duration;
import java.util.List;

/** What a partner's host answers, where the default will not do. */
public record DeclaredAnswer(
    RequestPattern request, int status, List<Header> headers, Body body, Duration delay) {
  public DeclaredAnswer {
    headers = List.copyOf(headers);
  }
}
