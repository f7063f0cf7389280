package dev.crosscheck.scenario;

import dev.crosscheck.spec.SpecCall;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the plugin declares that it supports.
 *
 * @param events the semantic events, or empty for all
 */
public record Supports(Set<SpecCall> calls, Optional<List<String>> events) {
  public static final Supports EVERYTHING =
      new Supports(EnumSet.allOf(SpecCall.class), Optional.empty());

  public Supports {
    calls = Set.copyOf(calls);
    events = events.map(List::copyOf);
  }
}
