package dev.crosscheck.run;

import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.Settlement;

/** How it is shown that nothing more comes. */
public interface SettlingPolicy {

  /**
   * Waits until every lane that the claims speak of has delivered, and then for quiet, without
   * leaving. What could not be shown is the settlement's shortfall.
   */
  Settlement calm(Settling cell) throws StepNotTaken;

  /** Leaves, waits for quiet again and seals; a shortfall stays a shortfall. */
  Settlement seal(Settling cell, Settlement calm);
}
