package dev.crosscheck.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The moment by which a wait must end, on the run's own clock. */
public record Deadline(Instant at, InstantSource clock) {

  public static Deadline in(Duration time, InstantSource clock) {
    return new Deadline(clock.instant().plus(time), clock);
  }

  /** What is left, never negative. */
  public Duration left() {
    Duration left = Duration.between(clock.instant(), at);
    return left.isNegative() ? Duration.ZERO : left;
  }

  public boolean passed() {
    return left().isZero();
  }

  /** This deadline, or one {@code time} from now where that is sooner. */
  public Deadline orIn(Duration time) {
    Deadline other = in(time, clock);
    return other.at.isBefore(at) ? other : this;
  }
}
