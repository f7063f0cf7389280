package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.BrowserSpec.Browser;
import java.util.List;
import java.util.Optional;

/** Reads what is special about Safari: the simulator that it may be on, and its cookies. */
final class SafariReader {
  private static final String SIMULATOR = "simulator";
  private static final String VERSION = "platformVersion";

  private SafariReader() {}

  /**
   * Whether third-party cookies are sent. Safari keeps them out, and its driver cannot change that.
   *
   * @param browser empty where that could not be read
   */
  static Optional<Boolean> cookies(Cursor value, Optional<Browser> browser) {
    boolean isSafari = browser.filter(Browser.SAFARI::equals).isPresent();
    return value.word(isSafari ? List.of("block") : List.of("allow", "block")).map("allow"::equals);
  }

  /** The simulator on which a browser runs; only Safari can. */
  static Optional<BrowserSpec.Simulator> simulator(Fields fields, Browser browser) {
    for (String key : List.of(SIMULATOR, VERSION)) {
      if (fields.has(key) && browser != Browser.SAFARI) {
        misplaced(fields, key, "'%s' runs on no simulator", browser.word(), "only Safari does");
      } else if (fields.has(key) && !fields.has(SIMULATOR)) {
        misplaced(fields, key, "'%s' is of a simulator", key, "name the simulator as well");
      }
    }
    Optional<String> version = fields.read(VERSION, IosDeviceReader::version);
    return fields.text(SIMULATOR).map(name -> new BrowserSpec.Simulator(name, version));
  }

  private static void misplaced(
      Fields fields, String key, String message, String about, String hint) {
    fields
        .get(key)
        .ifPresent(value -> value.error(Rule.MISPLACED_KEY, message.formatted(about), hint));
  }
}
