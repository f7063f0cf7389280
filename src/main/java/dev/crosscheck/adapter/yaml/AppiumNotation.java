package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.SecretText;
import java.util.Optional;

/** Reads where an Appium server is. */
final class AppiumNotation {
  private AppiumNotation() {}

  /** What a variable brings is not known yet. */
  static Optional<SecretText> server(Cursor value) {
    Optional<SecretText> text = SecretReader.text(value);
    boolean isOpen =
        text.stream()
            .flatMap(read -> read.parts().stream())
            .anyMatch(part -> part instanceof SecretText.Variable);
    if (text.isPresent() && !isOpen && AppiumSpec.address(text.get().toString()).isEmpty()) {
      value.error(
          Rule.UNKNOWN_VALUE,
          "'" + Shown.of(text.get().toString()) + "' is no address of an Appium server",
          "write one such as http://127.0.0.1:4723");
      return Optional.empty();
    }
    return text;
  }
}
