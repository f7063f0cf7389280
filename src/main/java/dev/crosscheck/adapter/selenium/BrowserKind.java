package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A kind of browser: what it needs, and how it is started. */
interface BrowserKind {
  BrowserSpec.Browser browser();

  /** The browser, and what it is driven by. */
  List<Program> programs();

  /** What is lacking besides its programs; empty where nothing is. Starts nothing; quick. */
  default Optional<Availability.Unavailable> lacking(BrowserSpec spec) {
    return Optional.empty();
  }

  /**
   * Starts one. Throws {@link dev.crosscheck.device.DeviceLost} where it does not come up; nothing
   * of it is left then.
   *
   * @param whenClosed hears of the device once it has been closed
   */
  Device start(BrowserSpec spec, TrustAnchor trust, Deadline by, Consumer<Device> whenClosed)
      throws Shortage;
}
