package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Capture;
import java.util.List;

/**
 * All that a ledger knew at one moment.
 *
 * @param version grows with whatever changes
 */
record Traffic(long version, Capture capture, List<Happening> happenings, State state) {

  enum State {
    RUNNING,
    /** Ended when it was still. */
    SEALED,
    /** Ended at any moment. */
    CLOSED
  }

  /** Whether nothing can come any more. */
  boolean hasEnded() {
    return state != State.RUNNING;
  }
}
