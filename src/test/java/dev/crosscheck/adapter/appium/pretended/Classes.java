package dev.crosscheck.adapter.appium.pretended;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where classes of tests are. */
final class Classes {
  private Classes() {}

  static Path of(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
