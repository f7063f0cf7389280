package dev.crosscheck.adapter.selenium;

/** A function that was called in a page threw, or its promise was rejected. */
final class ScriptThrew extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param text as the browser has it: {@code Error: plugin 'X' did not load}
   */
  ScriptThrew(String text) {
    super(text.replaceFirst("^Error: ", ""));
  }
}
