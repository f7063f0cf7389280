package dev.crosscheck.verdict;

import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import java.util.Optional;

/** What the browser gives every page is as it gave it. */
record GlobalsClaim(Expectation.Globals expected) implements Claim {

  @Override
  public Ruling closed(Scope scope) {
    return scope
        .observed(Observation.Globals.class)
        .map(seen -> seen.changed().isEmpty() ? Ruling.HOLDS : Ruling.violated(changed(seen)))
        .orElseGet(() -> Ruling.doubted("the page's globals were not read from the device"));
  }

  private Mismatch changed(Observation.Globals seen) {
    return Mismatches.at(
        expected,
        "a script of the plugin's changed what belongs to the page",
        "what the browser gives every page, as it gave it",
        Wording.cut(String.join(", ", seen.changed())));
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(new Probe.Globals());
  }
}
