package dev.crosscheck.capture;

import dev.crosscheck.match.FieldPath;
import dev.crosscheck.match.Matcher;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the messages of one source out of what one request or frame carried. */
final class SourceReader {
  private final MessageSource source;
  private final ObjectNode request;
  private final DecodeChain chain;

  SourceReader(MessageSource source, HttpRequest request) {
    this.source = source;
    this.request = RequestContent.of(request);
    this.chain = new DecodeChain(request, source.decode());
  }

  /** Whether messages are read from the body, so that a query that changes makes no difference. */
  boolean readsBody() {
    return chain.startsAtBody();
  }

  /**
   * A value that was there.
   *
   * @param element its place among all of them
   * @param wanted whether it is a message of the source; else it may be one of another type
   */
  record Read(
      int element,
      boolean wanted,
      ObjectNode content,
      boolean textual,
      Optional<String> id,
      Optional<String> time) {}

  List<Read> read(Body body) throws Undecodable {
    List<Read> read = new ArrayList<>();
    int element = 0;
    for (DecodeState state : chain.run(body)) {
      ObjectNode content = state.content();
      ObjectNode about = JsonNodeFactory.instance.objectNode();
      about.setAll(request);
      state.envelope().or(state::value).ifPresent(whole -> about.set("envelope", whole));
      content.set("$request", about);
      boolean wanted = isWanted(content, state.textual());
      if (wanted) {
        source.as().forEach((name, field) -> rename(content, name, field));
      }
      read.add(
          new Read(
              element++,
              wanted,
              content,
              state.textual(),
              source.id().flatMap(path -> text(content, path)),
              source.at().flatMap(path -> text(content, path))));
    }
    return read;
  }

  private boolean isWanted(ObjectNode content, boolean textual) {
    Matcher matcher = new Matcher(reference -> Optional.empty(), textual);
    return source.where().map(where -> matcher.differences(where, content).isEmpty()).orElse(true);
  }

  private static void rename(ObjectNode content, String name, MessageSource.Field field) {
    JsonNode value = new FieldPath(field.path()).in(content);
    if (!value.isMissingNode()) {
      content.set(
          name,
          switch (field.reading()) {
            case PLAIN -> value;
            case NUMBER -> number(value);
            case JSON -> json(value);
          });
    }
  }

  /** Text as a number where it is one; what is not stays as it is, for a mismatch to show. */
  private static JsonNode number(JsonNode value) {
    if (!value.isString() || value.stringValue().length() > 100) {
      return value;
    }
    try {
      return DecimalNode.valueOf(new BigDecimal(value.stringValue().strip()));
    } catch (NumberFormatException notANumber) {
      return value;
    }
  }

  /** Text as the JSON that it holds; what holds none stays as it is too. */
  private static JsonNode json(JsonNode value) {
    return value.isString() ? JsonText.parse(value.stringValue()).orElse(value) : value;
  }

  private static Optional<String> text(ObjectNode content, String path) {
    JsonNode value = new FieldPath(path).in(content);
    boolean said = value.isValueNode() && !value.isNull() && !value.isMissingNode();
    return said ? Optional.of(value.asString()) : Optional.empty();
  }
}
