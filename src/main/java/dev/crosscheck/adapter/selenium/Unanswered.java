package dev.crosscheck.adapter.selenium;

/** The browser is there, but did not answer in time. */
final class Unanswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unanswered(String message, Throwable cause) {
    super(message, cause);
  }
}
