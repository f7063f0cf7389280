package dev.crosscheck.capture;

import dev.crosscheck.match.Pattern;
import dev.crosscheck.spec.SpecCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message type in the making, for tests: one source, read as the steps say. */
public final class Types {
  private final String name;
  private final List<DecodeStep> steps;
  private final Map<String, MessageSource.Field> as = new LinkedHashMap<>();
  private RequestPattern request = new RequestPattern("*", "*", "*");
  private Set<String> on = Set.of();
  private Optional<Pattern> where = Optional.empty();
  private Optional<String> id = Optional.empty();
  private Optional<String> at = Optional.empty();
  private String lane;
  private SpecCall call = SpecCall.TRACK;
  private boolean leaving;
  private boolean ambient;

  private Types(String name, List<DecodeStep> steps) {
    this.name = name;
    this.lane = name;
    this.steps = steps;
  }

  /** Steps as they are written in a file: {@code form data}, {@code base64?}. */
  public static Types type(String name, String... steps) {
    return new Types(name, Arrays.stream(steps).map(Types::step).toList());
  }

  private static DecodeStep step(String word) {
    if (word.endsWith("?")) {
      return new DecodeStep.Maybe(step(word.substring(0, word.length() - 1)));
    }
    List<String> parts = new ArrayList<>(List.of(word.split(" ", 2)));
    String rest = parts.size() > 1 ? parts.get(1) : "";
    return switch (parts.get(0)) {
      case "body" -> new DecodeStep.FromBody();
      case "query" -> new DecodeStep.FromQuery();
      case "path" -> new DecodeStep.FromPath();
      case "header" -> new DecodeStep.FromHeader(rest);
      case "form" -> new DecodeStep.Form(rest);
      case "multipart" -> new DecodeStep.Multipart(rest);
      case "base64" -> new DecodeStep.Base64();
      case "gunzip" -> new DecodeStep.Gunzip();
      case "inflate" -> new DecodeStep.Inflate();
      case "brotli" -> new DecodeStep.Brotli();
      case "json" -> new DecodeStep.Json();
      case "lines" -> new DecodeStep.Lines();
      case "at" -> new DecodeStep.At(rest);
      case "each" -> new DecodeStep.Each();
      default -> throw new IllegalArgumentException(word);
    };
  }

  public Types from(String method, String host, String path) {
    request = new RequestPattern(method, host, path);
    return this;
  }

  public Types on(String platform) {
    on = Set.of(platform);
    return this;
  }

  public Types sentinel(SpecCall call) {
    this.call = call;
    return this;
  }

  public Types where(Pattern pattern) {
    where = Optional.of(pattern);
    return this;
  }

  public Types as(String field, String path) {
    as.put(field, new MessageSource.Field(path, MessageSource.Reading.PLAIN));
    return this;
  }

  public Types asNumber(String field, String path) {
    as.put(field, new MessageSource.Field(path, MessageSource.Reading.NUMBER));
    return this;
  }

  public Types asJson(String field, String path) {
    as.put(field, new MessageSource.Field(path, MessageSource.Reading.JSON));
    return this;
  }

  public Types id(String path) {
    id = Optional.of(path);
    return this;
  }

  public Types time(String path) {
    at = Optional.of(path);
    return this;
  }

  public Types lane(String other) {
    lane = other;
    return this;
  }

  public Types leaving() {
    leaving = true;
    return this;
  }

  public Types ambient() {
    ambient = true;
    return this;
  }

  public MessageType build() {
    MessageSource source =
        new MessageSource(on, request, steps, where, as, id, at, leaving, ambient);
    MessageType.Sentinel sentinel = new MessageType.Sentinel(call, List.of());
    return new MessageType(name, lane, List.of(source), Optional.of(sentinel));
  }
}
