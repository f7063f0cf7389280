package dev.crosscheck.evidence;

import dev.crosscheck.device.Observation;
import java.util.List;

/**
 * What an {@code expect} step, or the end of the scenario, looked at.
 *
 * @param step the index of the {@code expect} step; -1 for the final expectations
 * @param from the first exchange that belongs to it
 * @param to the first exchange that does not; for the final window the whole capture counts
 * @param observations what was read from the device for it
 * @param settlement how it was shown that nothing more comes; empty if nothing in it needs that
 */
public record Window(
    int step,
    int from,
    int to,
    List<Observation> observations,
    java.util.Optional<Settlement> settlement) {
  public static final int FINAL = -1;

  public Window {
    observations = List.copyOf(observations);
  }
}
