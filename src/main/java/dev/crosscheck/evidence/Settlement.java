package dev.crosscheck.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How it was shown that nothing more comes (truth 3).
 *
 * @param sentinels one for each lane that the claims speak of; none behind a shut gate
 * @param silence for a silent cell: how long it waited, three times the twin's longest lag
 * @param quiet how long nothing new had to come
 * @param left when the session began to leave; empty for a window in mid-scenario
 * @param sealed when nothing was open and nothing new had come for {@code quiet}
 * @param shortfall why it could not be shown, in words; empty if it was
 */
public record Settlement(
    List<SentinelMark> sentinels,
    Optional<Duration> silence,
    Duration quiet,
    Optional<Instant> left,
    Optional<Instant> sealed,
    Optional<String> shortfall) {

  /**
   * A sentinel on one lane.
   *
   * @param id the unique id that its message carries
   * @param exchange the exchange that brought it; empty if it did not come
   */
  public record SentinelMark(
      String lane, String type, String id, Instant called, Optional<Integer> exchange) {}

  public Settlement {
    sentinels = List.copyOf(sentinels);
  }

  public boolean isComplete() {
    return shortfall.isEmpty() && sealed.isPresent();
  }
}
