package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageSource.Reading;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.finding.Nearest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one way in which messages of a type travel. */
final class MessageSourceReader {
  static final List<String> PLATFORMS = List.of("web", "android", "ios");

  private final List<String> hosts;
  private final PatternReader patterns = PatternReader.withoutReferences();

  MessageSourceReader(List<String> hosts) {
    this.hosts = List.copyOf(hosts);
  }

  Optional<MessageSource> read(Fields fields) {
    Set<String> on = new LinkedHashSet<>();
    fields
        .get("on")
        .ifPresent(v -> v.itemsOrOne().forEach(p -> p.word(PLATFORMS).ifPresent(on::add)));
    List<DecodeStep> decode = fields.get("decode").map(DecodeReader::read).orElse(List.of());
    var where = fields.get("where").map(patterns::read);
    Map<String, MessageSource.Field> as =
        fields.get("as").map(MessageSourceReader::renamed).orElse(Map.of());
    Optional<String> id = fields.read("id", PathNotation::read);
    Optional<String> at = fields.read("at", PathNotation::read);
    boolean leaving = fields.read("delivers", v -> v.word(List.of("leaving"))).isPresent();
    boolean ambient = fields.flag("ambient");
    NothingDecoded.check(fields);
    return fields
        .read("request", this::request)
        .map(
            request -> new MessageSource(on, request, decode, where, as, id, at, leaving, ambient));
  }

  private Optional<RequestPattern> request(Cursor value) {
    Optional<RequestPattern> request = RequestNotation.read(value);
    request
        .map(RequestPattern::host)
        .filter(host -> !host.equals("*") && !hosts.isEmpty())
        .filter(host -> !HostNotation.covers(hosts.stream(), host))
        .ifPresent(
            host ->
                value.error(
                    Rule.HOST_NOT_DECLARED,
                    "'" + host + "' is none of partner.hosts",
                    Nearest.to(host, hosts)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("add it there, or leave the host out")));
    return request;
  }

  private static Map<String, MessageSource.Field> renamed(Cursor value) {
    Map<String, MessageSource.Field> fields = new LinkedHashMap<>();
    for (Cursor.Entry entry : value.entries()) {
      field(entry.value()).ifPresent(field -> fields.put(entry.key(), field));
    }
    return fields;
  }

  private static Optional<MessageSource.Field> field(Cursor value) {
    if (!value.isMap()) {
      return PathNotation.read(value).map(path -> new MessageSource.Field(path, Reading.PLAIN));
    }
    Optional<Fields> fields = value.fields(Shape.FIELD);
    if (fields.isPresent() && value.entries().size() != 1) {
      value.error(
          Rule.SAID_TWICE,
          "a field is read as one of 'number' and 'json'",
          "write {number: place} or {json: place}");
    }
    return fields
        .flatMap(f -> f.read("number", PathNotation::read))
        .map(path -> new MessageSource.Field(path, Reading.NUMBER))
        .or(
            () ->
                fields
                    .flatMap(f -> f.read("json", PathNotation::read))
                    .map(path -> new MessageSource.Field(path, Reading.JSON)));
  }
}
