package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.EventMatch;
import dev.crosscheck.scenario.ForPlugin;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.spec.SpecCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads Segment's destination filters of the plugin: entries whose first key says what. */
final class FilterReader {
  static final Map<String, Shape> WORDS = Named.byFirstKey(Shape.FILTER_DROP, Shape.FILTER_TAKE);

  private static final Optional<String> PLUGIN = Optional.of(ForPlugin.PLUGIN);

  private FilterReader() {}

  static List<Middleware> list(Cursor value) {
    return value.items().stream().flatMap(item -> read(item).stream()).toList();
  }

  private static Optional<Middleware> read(Cursor item) {
    return Named.read(item, "filter", Rule.UNKNOWN_VALUE, WORDS, List.of())
        .flatMap(FilterReader::filter);
  }

  private static Optional<Middleware> filter(Named named) {
    if (named.word().equals("drop")) {
      return match(named.value())
          .map(events -> new Middleware.Drop(named.fields().at(), events, PLUGIN));
    }
    List<String> names = named.value().texts();
    if (named.value().isList() && named.value().size() == 0) {
      named.value().error(Rule.MISSING_KEY, "'take' names none", "");
    }
    Optional<EventMatch> from = named.fields().read("from", FilterReader::match);
    from.filter(events -> events.type().filter(SpecCall.ALIAS::equals).isPresent())
        .ifPresent(events -> tellNothingToTake(named.value()));
    return from.filter(events -> !names.isEmpty())
        .map(
            events ->
                new Middleware.Change(named.fields().at(), events, without(names, events), PLUGIN));
  }

  private static void tellNothingToTake(Cursor taken) {
    taken.error(
        Rule.MISPLACED_KEY,
        "'alias' has neither properties nor traits",
        "identify, track, page, screen, group have");
  }

  private static Optional<EventMatch> match(Cursor value) {
    return value.fields(Shape.EVENT_MATCH).flatMap(MiddlewareReader::match);
  }

  private static ObjectNode without(List<String> names, EventMatch events) {
    ObjectNode to = JsonNodeFactory.instance.objectNode();
    String part = events.type().orElse(SpecCall.TRACK).payload();
    ObjectNode taken = to.putObject(part);
    names.forEach(taken::putNull);
    return to;
  }
}
