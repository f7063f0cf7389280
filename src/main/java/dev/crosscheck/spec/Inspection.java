package dev.crosscheck.spec;

import dev.crosscheck.match.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Holds one event against the Spec. */
final class Inspection {
  private static final SpecType SWITCH = SpecType.of(SpecType.Kind.BOOLEAN);
  private static final SpecType SWITCH_OR_OPTIONS =
      SpecType.of(SpecType.Kind.BOOLEAN, SpecType.Kind.OBJECT);

  private final SegmentSpec spec;
  private final JsonNode event;
  private final Optional<SpecCall> call;
  private final Optional<SemanticEvent> semantic;
  private final List<Departure> found = new ArrayList<>();

  Inspection(SegmentSpec spec, JsonNode event) {
    this.spec = spec;
    this.event = event;
    this.call = SpecCall.of(event.path("type").asString(""));
    this.semantic =
        call.filter(SpecCall.TRACK::equals)
            .flatMap(track -> spec.event(event.path("event").asString("")));
  }

  List<Departure> departures() {
    eventName();
    object(event, spec.fields(call, semantic), List.of());
    integrations();
    names();
    return List.copyOf(found);
  }

  List<Departure> ofDelivery() {
    departures();
    found.removeIf(
        departure ->
            departure.kind() == Departure.Kind.MISSPELT_EVENT
                || departure.kind() == Departure.Kind.MISSPELT_FIELD);
    missing("type", "type");
    missing("messageId", "messageId");
    missing("userId' or 'anonymousId", "userId", "anonymousId");
    return List.copyOf(found);
  }

  private void eventName() {
    if (call.filter(SpecCall.TRACK::equals).isPresent()) {
      String name = event.path("event").asString("");
      spec.meant(name)
          .ifPresent(
              meant ->
                  tell(
                      Departure.Kind.MISSPELT_EVENT,
                      List.of("event"),
                      "'" + Wording.cut(name) + "' is nearly an event of the Spec",
                      didYouMean(meant)));
    }
  }

  private void object(JsonNode object, Map<String, SpecField> fields, List<String> at) {
    object
        .properties()
        .forEach(
            entry -> {
              List<String> path = below(at, entry.getKey());
              SpecField field = fields.get(entry.getKey());
              if (field == null) {
                unknown(object, fields, path);
              } else {
                value(entry.getValue(), field, path);
              }
            });
  }

  private void value(JsonNode value, SpecField field, List<String> path) {
    if (!field.type().allows(value)) {
      wrong(value, field.type().toString(), path);
    } else if (value.isObject()) {
      object(value, field.fields(), path);
    } else if (value.isArray() && !field.fields().isEmpty()) {
      for (int i = 0; i < value.size(); i++) {
        List<String> element = below(path, String.valueOf(i));
        value(value.path(i), SpecField.object(field.fields()), element);
      }
    }
  }

  /** One that stands beside the field that it resembles is not that field misspelt. */
  private void unknown(JsonNode object, Map<String, SpecField> fields, List<String> path) {
    Spelling.field(path.get(path.size() - 1), fields.keySet())
        .filter(meant -> !object.has(meant))
        .ifPresent(
            meant ->
                tell(
                    Departure.Kind.MISSPELT_FIELD,
                    path,
                    "the Spec has no '" + words(path) + "'" + whose(path),
                    didYouMean(meant)));
  }

  private String whose(List<String> path) {
    if (path.get(0).equals("context")) {
      return "";
    }
    return semantic
        .map(known -> " in '" + known.name() + "'")
        .or(() -> call.map(any -> " in " + any.word()))
        .orElse("");
  }

  /** Segment's switches (Spec: Common Fields): a text is neither on nor off. */
  private void integrations() {
    event
        .path("integrations")
        .properties()
        .forEach(
            entry -> {
              SpecType type = entry.getKey().equals("All") ? SWITCH : SWITCH_OR_OPTIONS;
              if (!type.allows(entry.getValue())) {
                List<String> path = List.of("integrations", entry.getKey());
                wrong(entry.getValue(), type.toString(), path);
              }
            });
  }

  /** SDKs write a page's name and category into its properties, over what is there. */
  private void names() {
    for (String field : List.of("name", "category")) {
      JsonNode own = event.path(field);
      JsonNode given = event.path("properties").path(field);
      if (own.isString() && !given.isMissingNode() && !given.equals(own)) {
        tell(
            Departure.Kind.RESERVED_FIELD,
            List.of("properties", field),
            "'properties." + field + "' is reserved: the call itself says " + Wording.of(own),
            "take it away");
      }
    }
  }

  private void missing(String words, String... fields) {
    for (String field : fields) {
      if (!event.path(field).asString("").isBlank()) {
        return;
      }
    }
    tell(
        Departure.Kind.RESERVED_FIELD,
        List.of(fields[0]),
        "there is no '" + words + "'",
        see(SegmentSpec.page("common")));
  }

  private void wrong(JsonNode value, String wanted, List<String> path) {
    boolean payload = call.filter(any -> path.get(0).equals(any.payload())).isPresent();
    tell(
        payload ? Departure.Kind.FORBIDDEN_TYPE : Departure.Kind.RESERVED_FIELD,
        path,
        "by the Spec '" + words(path) + "' is " + wanted + ", not " + Wording.of(value),
        see(payload ? pageOfPayload() : SegmentSpec.page("common")));
  }

  private String pageOfPayload() {
    return semantic
        .map(SemanticEvent::page)
        .orElseGet(() -> SegmentSpec.page(call.orElse(SpecCall.TRACK).word()));
  }

  private void tell(Departure.Kind kind, List<String> path, String message, String hint) {
    found.add(new Departure(kind, path, message, hint));
  }

  private static String didYouMean(String meant) {
    return "did you mean '" + meant + "'?";
  }

  private static String see(String page) {
    return "see " + page;
  }

  private static List<String> below(List<String> at, String name) {
    List<String> path = new ArrayList<>(at);
    path.add(name);
    return path;
  }

  /** {@code properties.products[0].price}. */
  private static String words(List<String> path) {
    StringBuilder words = new StringBuilder();
    for (String name : path) {
      if (name.matches("\\d+")) {
        words.append('[').append(name).append(']');
      } else {
        words.append(words.length() == 0 ? "" : ".").append(name);
      }
    }
    return Wording.cut(words.toString());
  }
}
