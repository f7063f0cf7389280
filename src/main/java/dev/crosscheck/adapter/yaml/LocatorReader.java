package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Locator;
import java.util.Optional;

/** Reads which element a step acts on: a CSS selector, alone or with the frame that holds it. */
final class LocatorReader {
  private LocatorReader() {}

  static Optional<Locator> read(Cursor value) {
    if (!value.isMap()) {
      return value.text().map(css -> new Locator(css, Optional.empty()));
    }
    return value.fields(Shape.CLICKED).flatMap(LocatorReader::in);
  }

  /** From the keys {@code css} and {@code frame} of a map that may hold more. */
  static Optional<Locator> in(Fields fields) {
    Optional<String> frame = fields.text("frame");
    return fields.text("css").map(css -> new Locator(css, frame));
  }
}
