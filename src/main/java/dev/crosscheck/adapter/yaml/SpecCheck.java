package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.Departure;
import dev.crosscheck.spec.SegmentSpec;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules {@code MisspeltEvent}, {@code MisspeltField}, {@code ForbiddenType} and {@code
 * ReservedField}: what a scenario gives is held against the Segment Spec. A name of one's own is no
 * finding, a near miss a warning, and so is a wrong type, which may be what a scenario is about;
 * only what is Segment's own must be as Segment means it.
 */
final class SpecCheck {
  private SpecCheck() {}

  static void call(Step.Call call, Named named) {
    Findings findings = named.value().origin().findings();
    for (Departure departure : SegmentSpec.published().check(json(call))) {
      boolean name = departure.kind() == Departure.Kind.MISSPELT_EVENT;
      Cursor step = named.fields().map();
      tell(departure, name ? named.value().at() : place(departure, step), findings);
    }
  }

  /** The switches that every call has. */
  static Optional<ObjectNode> integrations(Cursor value) {
    Optional<ObjectNode> switches = JsonReader.object(value);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    switches.ifPresent(given -> event.set("integrations", given));
    for (Departure departure : SegmentSpec.published().check(event)) {
      String name = departure.path().get(1);
      tell(departure, entry(value, name).value().at(), value.origin().findings());
    }
    return switches;
  }

  /** The name of an event, the Spec's or one's own. */
  static Optional<String> event(Cursor value) {
    Optional<String> name = value.text();
    name.ifPresent(given -> event(given, value.at(), value.origin().findings()));
    return name;
  }

  static void event(String name, SourceLocation at, Findings findings) {
    ObjectNode event =
        JsonNodeFactory.instance.objectNode().put("type", "track").put("event", name);
    SegmentSpec.published().check(event).forEach(departure -> tell(departure, at, findings));
  }

  private static ObjectNode json(Step.Call call) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", call.call().word());
    event.set(call.call().payload(), call.payload());
    call.options().context().ifPresent(context -> event.set("context", context));
    call.options().integrations().ifPresent(switches -> event.set("integrations", switches));
    if (call instanceof Step.Track track) {
      event.put("event", track.event());
    } else if (call instanceof Step.Page page) {
      page.name().ifPresent(name -> event.put("name", name));
      page.category().ifPresent(category -> event.put("category", category));
    } else if (call instanceof Step.Screen screen) {
      screen.name().ifPresent(name -> event.put("name", name));
      screen.category().ifPresent(category -> event.put("category", category));
    }
    return event;
  }

  /** A misspelt name stands at its key, anything else at its value. */
  private static SourceLocation place(Departure departure, Cursor map) {
    boolean key = departure.kind() == Departure.Kind.MISSPELT_FIELD;
    SourceLocation at = map.at();
    Cursor here = map;
    for (String step : departure.path()) {
      if (here.isList()) {
        here = here.items().get(Integer.parseInt(step));
        at = here.at();
      } else {
        Cursor.Entry entry = entry(here, step);
        here = entry.value();
        at = key ? entry.at() : here.at();
      }
    }
    return at;
  }

  private static Cursor.Entry entry(Cursor map, String key) {
    return map.entries().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
  }

  private static void tell(Departure departure, SourceLocation at, Findings findings) {
    switch (departure.kind()) {
      case MISSPELT_EVENT -> warn(Rule.MISSPELT_EVENT, at, departure, findings);
      case MISSPELT_FIELD -> warn(Rule.MISSPELT_FIELD, at, departure, findings);
      case FORBIDDEN_TYPE -> warn(Rule.FORBIDDEN_TYPE, at, departure, findings);
      case RESERVED_FIELD ->
          findings.error(Rule.RESERVED_FIELD, at, departure.message(), departure.hint());
    }
  }

  private static void warn(Rule rule, SourceLocation at, Departure departure, Findings findings) {
    findings.warning(rule, at, departure.message(), departure.hint());
  }
}
