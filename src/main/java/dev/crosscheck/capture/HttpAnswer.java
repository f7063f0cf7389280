package dev.crosscheck.capture;

import java.util.List;

/** What the client was answered. */
public record HttpAnswer(int status, List<Header> headers, Body body) {
  public HttpAnswer {
    headers = List.copyOf(headers);
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
