package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Expectation;
import java.util.Optional;

/** Reads expectations of what the page shows and keeps: cookies, storage, elements, console. */
final class PageExpectationReader {
  private final PatternReader patterns;

  PageExpectationReader(PatternReader patterns) {
    this.patterns = patterns;
  }

  Optional<Expectation> cookie(Fields fields, Cursor value) {
    boolean absent = absent(fields, "value");
    Optional<Pattern> content = pattern(fields, "value");
    SourceLocation at = fields.at();
    if (!value.isMap()) {
      return value
          .text()
          .map(name -> new Expectation.Cookie(at, name, Optional.empty(), absent, content));
    }
    Fields cookie = value.fields(Shape.COOKIE_NAME).orElseThrow();
    Optional<String> domain = cookie.text("domain");
    return cookie
        .text("name")
        .map(name -> new Expectation.Cookie(at, name, domain, absent, content));
  }

  Optional<Expectation> storage(Fields fields, Cursor value) {
    boolean absent = absent(fields, "value");
    Optional<Pattern> content = pattern(fields, "value");
    Optional<Fields> area = value.fields(Shape.STORAGE_KEY);
    if (area.isPresent() && area.get().has("local") == area.get().has("session")) {
      value.error(
          Rule.MISSING_KEY,
          "'storage' names one of 'local' and 'session'",
          "write storage: {local: \"mp_*\"}");
      return Optional.empty();
    }
    boolean local = area.map(a -> a.has("local")).orElse(false);
    return area.flatMap(a -> a.text(local ? "local" : "session"))
        .map(
            key ->
                new Expectation.Storage(
                    fields.at(),
                    local ? Expectation.Storage.Area.LOCAL : Expectation.Storage.Area.SESSION,
                    key,
                    absent,
                    content));
  }

  Optional<Expectation> element(Fields fields, Cursor value) {
    boolean absent = fields.flag("absent");
    if (!value.isMap()) {
      return LocatorReader.read(value)
          .map(css -> new Expectation.Element(fields.at(), css, false, absent, Optional.empty()));
    }
    Fields element = value.fields(Shape.ELEMENT).orElseThrow();
    boolean visible = visible(element);
    Optional<Pattern> text = pattern(element, "text");
    if (absent && (visible || text.isPresent())) {
      contradiction(value, visible ? "visible" : "text");
    }
    return LocatorReader.in(element)
        .map(css -> new Expectation.Element(fields.at(), css, visible, absent, text));
  }

  Optional<Expectation> console(Fields fields, Cursor value) {
    if (value.raw().filter("no errors"::equals).isPresent()) {
      return Optional.of(new Expectation.Console(fields.at(), Optional.empty()));
    }
    if (value.raw().filter("nothing thrown"::equals).isPresent()) {
      return Optional.of(new Expectation.Console(fields.at(), Optional.empty(), true));
    }
    return value.isText()
        ? Optional.of(new Expectation.Console(fields.at(), Optional.of(patterns.read(value))))
        : value.wrong("'no errors', 'nothing thrown', or what a line says");
  }

  private static boolean visible(Fields element) {
    Optional<Boolean> visible = element.read("visible", Cursor::truth);
    if (visible.isPresent() && !visible.get()) {
      element
          .get("visible")
          .ifPresent(
              cursor ->
                  cursor.error(
                      Rule.UNKNOWN_VALUE,
                      "'visible' cannot be false",
                      "leave it out where it does not matter; 'absent: true' beside 'element' says"
                          + " that there is none"));
    }
    return visible.orElse(false);
  }

  private static boolean absent(Fields fields, String content) {
    boolean absent = fields.flag("absent");
    if (absent && fields.has(content)) {
      contradiction(fields.map(), content);
    }
    return absent;
  }

  private static void contradiction(Cursor at, String content) {
    at.error(
        Rule.NEVER_MET,
        "what is absent has no '" + content + "'",
        "take 'absent' or '" + content + "' away");
  }

  private Optional<Pattern> pattern(Fields fields, String key) {
    return fields.get(key).map(patterns::read);
  }
}
