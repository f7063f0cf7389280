package dev.crosscheck.adapter.selenium;

/** The browser refused a command. */
final class WebDriverError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code as WebDriver, classic or BiDi, names it, such as {@code no such frame}
   */
  WebDriverError(String code, String message) {
    super(message.isEmpty() ? code : code + ": " + firstLine(message));
    this.code = code;
  }

  String code() {
    return code;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }
}
