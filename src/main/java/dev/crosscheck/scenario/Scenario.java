package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.spec.SegmentSpec;
import dev.crosscheck.spec.SpecCall;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A script of Spec events and what must come of it.
 *
 * @param id folder and file without its ending: {@code mixpanel/order-completed}
 * @param title what it shows, in a sentence
 * @param sha256 of the file's bytes, lower-case hex
 * @param text of the file, as it was read; whatever else is here was made of it
 */
public record Scenario(
    String id,
    String title,
    SourceLocation at,
    String sha256,
    String text,
    Given given,
    List<Step> steps,
    List<Expectation> expect,
    List<Differs> differs,
    Optional<Duration> deadline) {

  public Scenario {
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("scenario '" + id + "' has no steps");
    }
    steps = List.copyOf(steps);
    expect = List.copyOf(expect);
    differs = List.copyOf(differs);
  }

  /** The last part of the id: {@code order-completed}. */
  public String slug() {
    return id.substring(id.indexOf('/') + 1);
  }

  /** The Spec calls that its steps make. */
  public Set<SpecCall> calls() {
    Set<SpecCall> calls = EnumSet.noneOf(SpecCall.class);
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        calls.add(call.call());
      }
    }
    return calls;
  }

  /** The entries of the Spec that are in its steps: calls, then semantic events, each once. */
  public List<String> entries() {
    Set<String> entries = new LinkedHashSet<>();
    calls().forEach(call -> entries.add(call.word()));
    for (Step step : steps) {
      if (step instanceof Step.Track track) {
        SegmentSpec.published().event(track.event()).ifPresent(event -> entries.add(event.name()));
      }
    }
    return List.copyOf(entries);
  }

  /** Whether any claim in it needs a sealed capture. */
  public boolean closes() {
    return expect.stream().anyMatch(Expectation::closes)
        || steps.stream().anyMatch(step -> step instanceof Step.Expect window && window.closes());
  }

  /** The same steps and expectations under other gates. */
  public Scenario given(Given other) {
    return new Scenario(id, title, at, sha256, text, other, steps, expect, differs, deadline);
  }

  /** The same with these final expectations. */
  public Scenario expecting(List<Expectation> other) {
    return new Scenario(id, title, at, sha256, text, given, steps, other, List.of(), deadline);
  }
}
