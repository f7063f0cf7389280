package dev.crosscheck.evidence;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that a judge may know of one attempt at a cell.
 *
 * @param scenario as read, with what {@code differs:} changes for this device already in it
 * @param steps in the order in which they were performed, the run's own included
 * @param windows one for each {@code expect} step reached, the final one last
 * @param console every console line of the session
 * @param left when the session began to leave; messages after it came too late to be awaited
 * @param trouble why the attempt ended early
 * @param twin the same cell with its gate open
 * @param alone rows that failed in company, each in a session of its own
 */
public record Evidence(
    CellId cell,
    int attempt,
    Scenario scenario,
    Plugin plugin,
    DeviceFacts device,
    Instant started,
    Instant ended,
    List<StepRecord> steps,
    List<Window> windows,
    Capture capture,
    List<dev.crosscheck.device.Observation.Line> console,
    Optional<Instant> left,
    Optional<Trouble> trouble,
    Optional<Evidence> twin,
    List<Evidence> alone) {

  public Evidence {
    steps = List.copyOf(steps);
    windows = List.copyOf(windows);
    console = List.copyOf(console);
    alone = List.copyOf(alone);
  }

  /** The same with the twin beside it. */
  public Evidence beside(Evidence other) {
    return with(trouble, Optional.of(other), alone);
  }

  /** The same with these rows tried alone. */
  public Evidence withAlone(List<Evidence> others) {
    return with(trouble, twin, others);
  }

  /** The same with this trouble in place of what it had. */
  public Evidence troubled(Trouble other) {
    return with(Optional.of(other), twin, alone);
  }

  private Evidence with(Optional<Trouble> told, Optional<Evidence> beside, List<Evidence> others) {
    return new Evidence(
        cell, attempt, scenario, plugin, device, started, ended, steps, windows, capture, console,
        left, told, beside, others);
  }
}
