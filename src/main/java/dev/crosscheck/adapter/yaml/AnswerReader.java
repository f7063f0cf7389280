package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.scenario.DeclaredAnswer;
import dev.crosscheck.scenario.GivenAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a partner's host answers where the default will not do. A WebSocket is accepted, and
 * the body is the first that the partner says, unless there is a status: with that it is refused.
 */
final class AnswerReader {
  /** In bytes. */
  private static final long LARGEST_FILE = 10 << 20;

  private final PluginFolder folder;

  AnswerReader(PluginFolder folder) {
    this.folder = folder;
  }

  List<DeclaredAnswer> list(Cursor value) {
    List<DeclaredAnswer> answers = new ArrayList<>();
    for (Cursor item : value.items()) {
      item.fields(Shape.ANSWER).flatMap(this::answer).ifPresent(answers::add);
    }
    return answers;
  }

  /** A scenario's own, any of which may be what keeps the plugin silent. */
  List<GivenAnswer> given(Cursor value) {
    List<GivenAnswer> answers = new ArrayList<>();
    for (Cursor item : value.items()) {
      Optional<Fields> fields = item.fields(Shape.GIVEN_ANSWER);
      boolean shuts =
          fields.flatMap(f -> f.read("gate", gate -> gate.word(List.of("shut")))).isPresent();
      fields.flatMap(this::answer).map(a -> new GivenAnswer(a, shuts)).ifPresent(answers::add);
    }
    return answers;
  }

  private Optional<DeclaredAnswer> answer(Fields fields) {
    if (fields.has("body") && fields.has("file")) {
      fields
          .map()
          .error(Rule.SAID_TWICE, "an answer has a 'body' or a 'file'", "take one of them away");
    }
    Optional<RequestPattern> request = fields.read("request", RequestNotation::read);
    boolean accepts =
        request.filter(r -> r.method().equals("WS")).isPresent() && !fields.has("status");
    if (accepts) {
      for (String key : List.of("headers", "delay")) {
        fields
            .get(key)
            .ifPresent(
                v -> Fields.notYet(v.origin().findings(), v.at(), "'" + key + "' of a WebSocket"));
      }
    }
    int status =
        fields.read("status", StatusNotation::read).orElse(accepts ? DeclaredAnswer.ACCEPTED : 200);
    List<Header> headers = fields.get("headers").map(AnswerReader::headers).orElse(List.of());
    Body body =
        fields
            .get("body")
            .map(AnswerReader::body)
            .or(() -> fields.read("file", this::file))
            .orElse(Body.EMPTY);
    boolean json = fields.get("body").filter(b -> b.isMap() || b.isList()).isPresent();
    Duration delay = fields.read("delay", DurationNotation::read).orElse(Duration.ZERO);
    List<Header> all = json && !accepts ? asJson(headers) : headers;
    return request.map(r -> new DeclaredAnswer(r, status, all, body, delay));
  }

  /** A map or a list is JSON; any other value goes as the characters that it is. */
  private static Body body(Cursor value) {
    return value.isMap() || value.isList()
        ? Body.of(JsonReader.value(value).toString())
        : Body.of(value.anyText().orElse(""));
  }

  private static List<Header> asJson(List<Header> headers) {
    List<Header> all = new ArrayList<>(headers);
    if (all.stream().noneMatch(header -> header.name().equalsIgnoreCase("content-type"))) {
      all.add(new Header("Content-Type", "application/json"));
    }
    return all;
  }

  private Optional<Body> file(Cursor value) {
    Optional<Path> path = value.text().flatMap(relative -> folder.file(value, relative));
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(path.get()) <= LARGEST_FILE) {
        return Optional.of(Body.of(Files.readAllBytes(path.get())));
      }
      value.error(Rule.FILE_TOO_LARGE, "the file is larger than " + LARGEST_FILE + " bytes", "");
    } catch (IOException e) {
      value.error(Rule.UNREADABLE_FILE, "the file cannot be read", "check who may read it");
    }
    return Optional.empty();
  }

  private static List<Header> headers(Cursor value) {
    List<Header> headers = new ArrayList<>();
    for (Cursor.Entry entry : value.entries()) {
      Optional<String> text = entry.value().isNumber() ? entry.value().raw() : entry.value().text();
      boolean sound =
          entry.key().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
              && text.map(t -> t.chars().allMatch(AnswerReader::mayStandInHeader)).orElse(true);
      if (!sound) {
        entry
            .value()
            .error(
                Rule.BAD_HEADER,
                "'" + Shown.of(entry.key()) + "' cannot be sent as a header",
                "a name is a token, a value one line of ASCII");
      } else {
        text.ifPresent(t -> headers.add(new Header(entry.key(), t)));
      }
    }
    return headers;
  }

  private static boolean mayStandInHeader(int c) {
    return c == '\t' || c >= ' ' && c < 127;
  }
}
