package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.BrowserSpec.Browser;
import dev.crosscheck.device.Phone;
import dev.crosscheck.device.Phones;
import java.util.Optional;

/**
 * Reads the phone that a browser is to look like. Only Chromium can: Firefox has no touch to offer
 * by WebDriver BiDi, and the WebKits have no emulation at all.
 */
final class PhoneReader {
  private PhoneReader() {}

  /**
   * @param browser empty where that could not be read
   */
  static Optional<Phone> read(Cursor value, Optional<Browser> browser) {
    browser
        .filter(which -> which != Browser.CHROME)
        .ifPresent(
            which ->
                value.error(
                    Rule.CANNOT_EMULATE,
                    "'" + which.word() + "' cannot emulate a phone",
                    hint(which)));
    return value.word(Phones.names()).flatMap(Phones::named);
  }

  private static String hint(Browser browser) {
    if (browser == Browser.SAFARI) {
      return "only 'browser: chrome' can; mobile Safari runs on a simulator, by 'simulator'";
    }
    return browser.engine().equals("WebKit")
        ? "only 'browser: chrome' can; WebKit of a phone's size would not be Safari either"
        : "only 'browser: chrome' can";
  }
}
