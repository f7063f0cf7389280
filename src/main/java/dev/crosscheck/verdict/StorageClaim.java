package dev.crosscheck.verdict;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An entry of the page's storage is there, or is not. */
record StorageClaim(Expectation.Storage expected) implements Claim {

  @Override
  public Ruling open(Scope scope) {
    return kept().open(entries(scope), scope);
  }

  @Override
  public Ruling closed(Scope scope) {
    return kept().closed(entries(scope), scope);
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(new Probe.Storage());
  }

  private KeptClaim kept() {
    return new KeptClaim(expected, "storage entry", expected.absent(), expected.value());
  }

  private Optional<List<Map.Entry<String, String>>> entries(Scope scope) {
    return scope
        .observed(Observation.Storage.class)
        .map(
            read ->
                // by key, for a map has no order of its own that a verdict could rest on
                new TreeMap<>(area(read))
                    .entrySet().stream()
                        .filter(entry -> Glob.matches(expected.key(), entry.getKey()))
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                        .toList());
  }

  private Map<String, String> area(Observation.Storage read) {
    return switch (expected.area()) {
      case LOCAL -> read.local();
      case SESSION -> read.session();
    };
  }
}
