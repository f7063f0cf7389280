package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;

/** A new window for each user. */
final class NewWindows implements Windows {
  @Override
  public String open(BidiConnection bidi, String user, Deadline by) {
    return Windows.create(bidi, Json.object().put("type", "window").put("userContext", user), by);
  }

  @Override
  public void closed(String context) {}
}
