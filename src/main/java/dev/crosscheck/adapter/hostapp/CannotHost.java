package dev.crosscheck.adapter.hostapp;

import java.nio.file.Path;

/** A plugin that cannot be put into the host app, or a folder that it cannot be written to. */
public final class CannotHost extends Exception {
  private static final long serialVersionUID = 1L;

  private final String hint;

  CannotHost(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  static CannotHost unreadable(Path path, Exception e) {
    return new CannotHost("'" + path + "' cannot be read: " + e.getMessage(), "make it readable");
  }

  /** What the user can change. */
  public String hint() {
    return hint;
  }
}
