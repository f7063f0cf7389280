package dev.crosscheck.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code segment-spec.json}: the names and types of the Spec's published tables, as of
 * November 2025. Two slips of theirs are set right: a group's {@code employees}, a string in the
 * table, is a number in the example beside it, so both will do; and the {@code ip} of two e-mail
 * events is no object, but the string that it is everywhere else. A field is {@code "string or
 * object"}, or a list of the only texts that it may be, or {@code {"type": …, "fields": …}} where
 * those of its objects are named, too.
 */
final class SpecResource {
  private static final String NAME = "segment-spec.json";

  private SpecResource() {}

  static SegmentSpec read() {
    try (InputStream in = SpecResource.class.getResourceAsStream(NAME)) {
      if (in == null) {
        throw new IllegalStateException("'" + NAME + "' is not in the jar");
      }
      return spec(JsonMapper.shared().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SegmentSpec spec(JsonNode json) {
    Map<String, SpecField> context =
        Map.of("context", SpecField.object(fields(json.path("context"))));
    Map<String, SpecField> common = SpecField.together(fields(json.path("common")), context);
    Map<SpecCall, Map<String, SpecField>> calls = new EnumMap<>(SpecCall.class);
    for (SpecCall call : SpecCall.values()) {
      JsonNode own = json.path("calls").path(call.word());
      Map<String, SpecField> payload =
          Map.of(call.payload(), SpecField.object(fields(own.path(call.payload()))));
      Map<String, SpecField> named = SpecField.together(fields(own.path("fields")), payload);
      calls.put(call, SpecField.together(common, named));
    }
    Map<String, SemanticEvent> events = new LinkedHashMap<>();
    json.path("events")
        .forEach(
            domain ->
                domain
                    .path("events")
                    .properties()
                    .forEach(
                        event ->
                            events.put(
                                event.getKey(),
                                event(
                                    event.getKey(),
                                    domain.path("page").stringValue(),
                                    event.getValue()))));
    return new SegmentSpec(common, calls, events);
  }

  private static SemanticEvent event(String name, String page, JsonNode json) {
    return new SemanticEvent(
        name,
        SegmentSpec.page(page),
        fields(json.path("properties")),
        fields(json.path("context")));
  }

  private static Map<String, SpecField> fields(JsonNode json) {
    Map<String, SpecField> fields = new LinkedHashMap<>();
    json.properties().forEach(field -> fields.put(field.getKey(), field(field.getValue())));
    return fields;
  }

  private static SpecField field(JsonNode json) {
    if (json.isObject()) {
      return new SpecField(
          SpecType.parse(json.path("type").stringValue()), fields(json.path("fields")));
    } else if (json.isArray()) {
      List<String> values = json.valueStream().map(JsonNode::stringValue).toList();
      return new SpecField(new SpecType(List.of(SpecType.Kind.STRING), values), Map.of());
    }
    return new SpecField(SpecType.parse(json.stringValue()), Map.of());
  }
}
