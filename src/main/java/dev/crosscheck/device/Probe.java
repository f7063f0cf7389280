package dev.crosscheck.device;

import dev.crosscheck.scenario.Locator;

/** What to observe on a device. */
public sealed interface Probe {
  /** All cookies of the session, other domains' included. */
  record Cookies() implements Probe {}

  /** localStorage and sessionStorage of the page. */
  record Storage() implements Probe {}

  record Element(Locator locator) implements Probe {}

  /** Every console line and uncaught error since the session opened. */
  record Console() implements Probe {}

  /** What of the browser's own the page's scripts have changed. */
  record Globals() implements Probe {}

  record Screenshot() implements Probe {}
}
