package dev.crosscheck.scenario;

import java.util.Optional;

/**
 * An element of a page.
 *
 * @param css a CSS selector
 * @param frame the name, id or CSS selector of the iframe that holds it
 */
public record Locator(String css, Optional<String> frame) {
  @Override
  public String toString() {
    return css + frame.map(name -> " in frame " + name).orElse("");
  }
}
