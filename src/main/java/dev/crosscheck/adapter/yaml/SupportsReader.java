package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Supports;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the plugin supports. */
final class SupportsReader {
  private SupportsReader() {}

  static Supports read(Cursor value) {
    return value.fields(Shape.SUPPORTS).map(SupportsReader::supports).orElse(Supports.EVERYTHING);
  }

  private static Supports supports(Fields fields) {
    Set<SpecCall> calls =
        fields.get("calls").map(SupportsReader::calls).orElse(EnumSet.allOf(SpecCall.class));
    return new Supports(calls, fields.read("events", SupportsReader::events));
  }

  private static Set<SpecCall> calls(Cursor value) {
    Set<SpecCall> calls = EnumSet.noneOf(SpecCall.class);
    value.items().forEach(item -> SentinelReader.callNamed(item).ifPresent(calls::add));
    return calls;
  }

  private static Optional<List<String>> events(Cursor value) {
    if (!value.isList()) {
      value.word(List.of("all"));
      return Optional.empty();
    }
    List<String> events = new ArrayList<>();
    value.items().forEach(item -> SpecCheck.event(item).ifPresent(events::add));
    return Optional.of(events);
  }
}
