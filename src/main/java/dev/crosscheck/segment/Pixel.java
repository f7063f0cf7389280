package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import java.util.Base64;

/** The image that a tracking pixel gets. */
final class Pixel {
  /** One transparent pixel. */
  static final Body GIF =
      Body.of(
          Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"));

  private Pixel() {}
}
