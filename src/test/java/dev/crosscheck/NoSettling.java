package dev.crosscheck;

import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.run.Settling;
import dev.crosscheck.run.SettlingPolicy;
import java.util.List;
import java.util.Optional;

/** Says at once that nothing more comes, as a harness does that only waits for what it wants. */
final class NoSettling implements SettlingPolicy {

  @Override
  public Settlement calm(Settling cell) throws StepNotTaken {
    return new Settlement(
        List.of(),
        Optional.empty(),
        cell.plugin().partner().settle(),
        Optional.empty(),
        Optional.of(cell.clock().instant()),
        Optional.empty());
  }

  @Override
  public Settlement seal(Settling cell, Settlement calm) {
    return calm;
  }
}
