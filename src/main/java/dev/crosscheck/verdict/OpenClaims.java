package dev.crosscheck.verdict;

import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Expectation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a run waits for: the claims that hold from the moment they are met. Pure. */
public final class OpenClaims {
  private OpenClaims() {}

  /**
   * Whether every open claim holds; what more traffic could refute is not asked.
   *
   * @param from the first exchange that counts
   * @param observations what {@link #probes} asks for; a claim on what was not read does not hold
   */
  public static boolean met(
      List<Expectation> expectations, View view, int from, List<Observation> observations) {
    Scope scope =
        new Scope(
            view,
            from,
            Integer.MAX_VALUE,
            Optional.empty(),
            "",
            observations,
            Optional.empty(),
            expectations,
            false);
    return expectations.stream().allMatch(expected -> Claim.of(expected).open(scope).holds());
  }

  /** What must be read from the device to judge these. */
  public static Set<Probe> probes(List<Expectation> expectations) {
    Set<Probe> probes = new LinkedHashSet<>();
    expectations.forEach(expected -> Claim.of(expected).probe().ifPresent(probes::add));
    return probes;
  }
}
