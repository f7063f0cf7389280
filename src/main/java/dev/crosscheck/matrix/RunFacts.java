package dev.crosscheck.matrix;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The run itself.
 *
 * @param version of Crosscheck
 * @param commit of the checkout it ran in; empty outside one
 * @param dirty the checkout had changes of its own
 * @param mode {@code hermetic}
 * @param ci the CI system and its build, where the environment names one
 * @param interrupted it was stopped before its end
 */
public record RunFacts(
    String id,
    Instant startedAt,
    Duration duration,
    String version,
    Optional<String> commit,
    boolean dirty,
    String mode,
    Optional<String> ci,
    boolean interrupted) {

  public RunFacts lasting(Duration time, boolean stopped) {
    return new RunFacts(id, startedAt, time, version, commit, dirty, mode, ci, stopped);
  }
}
