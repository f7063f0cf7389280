package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.ForPlugin;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.spec.SpecCall;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the customer's own middleware does: entries whose first key says what. */
final class MiddlewareReader {
  static final Map<String, Shape> WORDS = Named.byFirstKey(Shape.DROP, Shape.CHANGE);
  static final List<String> CALLS = Arrays.stream(SpecCall.values()).map(SpecCall::word).toList();

  private MiddlewareReader() {}

  static List<Middleware> list(Cursor value) {
    return value.items().stream().flatMap(item -> read(item).stream()).toList();
  }

  private static Optional<Middleware> read(Cursor item) {
    return Named.read(item, "middleware", Rule.UNKNOWN_VALUE, WORDS, List.of())
        .flatMap(MiddlewareReader::middleware);
  }

  private static Optional<Middleware> middleware(Named named) {
    Optional<EventMatch> match =
        named.value().fields(Shape.EVENT_MATCH).flatMap(MiddlewareReader::match);
    Optional<String> destination = named.fields().read("for", MiddlewareReader::destination);
    if (named.word().equals("drop")) {
      return match.map(events -> new Middleware.Drop(named.fields().at(), events, destination));
    }
    Optional<ObjectNode> to =
        named
            .fields()
            .read("to", change -> change.fields(Shape.CHANGED_EVENT))
            .map(fields -> to(fields, match));
    return match.flatMap(
        events ->
            to.map(
                change -> new Middleware.Change(named.fields().at(), events, change, destination)));
  }

  static Optional<EventMatch> match(Fields fields) {
    Optional<String> type = fields.read("type", word -> word.word(CALLS));
    Optional<String> event = fields.text("event");
    Optional<String> name = fields.text("name");
    EventMatch match = new EventMatch(type.flatMap(SpecCall::of), event, name);
    boolean misplaced =
        misplaced(fields, "event", match, List.of(SpecCall.TRACK))
            | misplaced(fields, "name", match, List.of(SpecCall.PAGE, SpecCall.SCREEN));
    boolean sound =
        type.isPresent() == fields.has("type")
            && event.isPresent() == fields.has("event")
            && name.isPresent() == fields.has("name");
    return saysSomething(fields, Shape.EVENT_MATCH) && sound && !misplaced
        ? Optional.of(match)
        : Optional.empty();
  }

  /** The name of a destination, which may be the one that is to come. */
  private static Optional<String> destination(Cursor value) {
    return value.raw().filter(ForPlugin.PLUGIN::equals).or(value::text);
  }

  private static ObjectNode to(Fields fields, Optional<EventMatch> match) {
    ObjectNode to = JsonNodeFactory.instance.objectNode();
    fields.read("event", SpecCheck::event).ifPresent(event -> to.put("event", event));
    for (String part : List.of("properties", "traits", "context")) {
      fields.read(part, JsonReader::object).ifPresent(object -> to.set(part, object));
    }
    saysSomething(fields, Shape.CHANGED_EVENT);
    match.ifPresent(
        events -> {
          misplaced(fields, "event", events, List.of(SpecCall.TRACK));
          misplaced(fields, "properties", events, with("properties"));
          misplaced(fields, "traits", events, with("traits"));
        });
    return to;
  }

  private static List<SpecCall> with(String payload) {
    return Arrays.stream(SpecCall.values())
        .filter(call -> call.payload().equals(payload))
        .filter(call -> call != SpecCall.ALIAS)
        .toList();
  }

  /** Tells of a key that none of the events that are meant has, and whether there is one. */
  private static boolean misplaced(
      Fields fields, String key, EventMatch match, List<SpecCall> having) {
    Optional<Cursor> value =
        fields.get(key).filter(given -> having.stream().noneMatch(call -> mayBe(match, call)));
    value.ifPresent(
        given ->
            given.error(
                Rule.MISPLACED_KEY,
                "'" + Shown.of(match.describe()) + "' has no '" + key + "'",
                having.stream().map(SpecCall::word).collect(Collectors.joining(", "))
                    + (having.size() == 1 ? " has one" : " have")));
    return value.isPresent();
  }

  private static boolean mayBe(EventMatch match, SpecCall call) {
    return match.type().map(call::equals).orElse(true)
        && (match.event().isEmpty() || call == SpecCall.TRACK)
        && (match.name().isEmpty() || call == SpecCall.PAGE || call == SpecCall.SCREEN);
  }

  private static boolean saysSomething(Fields fields, Shape shape) {
    boolean said = shape.keys().stream().anyMatch(fields::has);
    if (!said) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              fields.map().label() + " names none of '" + String.join("', '", shape.keys()) + "'",
              "");
    }
    return said;
  }
}
