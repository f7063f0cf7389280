package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A Chromium and the driver that goes with it. */
record ChromiumPair(Path browser, Path driver) {

  boolean isThere() {
    return Files.isExecutable(browser) && Files.isExecutable(driver);
  }

  /** A driver drives the browser of its own major version and no other. */
  ChromiumPair checked(Map<String, String> environment) throws Shortage, InterruptedException {
    Version browserVersion = Version.of(Program.CHROMIUM, browser, environment);
    Version driverVersion = Version.of(Program.CHROMEDRIVER, driver, environment);
    if (browserVersion.major() != driverVersion.major()) {
      throw new Shortage(
          "chromedriver does not fit Chromium: '%s' is %s, '%s' is %s"
              .formatted(driver, driverVersion.text(), browser, browserVersion.text()),
          "install the chromedriver of version "
              + browserVersion.major()
              + ", or name one with "
              + Program.CHROMEDRIVER.variable());
    }
    return this;
  }
}
