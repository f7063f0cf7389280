package dev.crosscheck.adapter.yaml;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule {@code NothingDecoded}: of a source without {@code decode} only the request is known, so
 * that nothing else can ever be found at a place.
 */
final class NothingDecoded {
  private static final String REQUEST = "$request";

  private NothingDecoded() {}

  static void check(Fields source) {
    if (source.get("decode").filter(chain -> !chain.isList() || chain.size() > 0).isPresent()) {
      return;
    }
    source.get("where").filter(Cursor::isMap).stream()
        .flatMap(where -> where.entries().stream())
        .filter(entry -> !isOfRequest(entry.key()))
        .forEach(entry -> tell(entry.value(), entry.key()));
    Stream<Cursor> renamed =
        source.get("as").filter(Cursor::isMap).stream()
            .flatMap(as -> as.entries().stream())
            .map(Cursor.Entry::value)
            .flatMap(field -> field.isMap() ? values(field) : Stream.of(field));
    Stream.of(renamed, source.get("id").stream(), source.get("at").stream())
        .flatMap(places -> places)
        .forEach(
            place -> {
              Optional<String> path = place.raw().filter(text -> !isOfRequest(text));
              path.ifPresent(text -> tell(place, text));
            });
  }

  private static Stream<Cursor> values(Cursor map) {
    return map.entries().stream().map(Cursor.Entry::value);
  }

  private static boolean isOfRequest(String path) {
    return path.equals(REQUEST) || path.startsWith(REQUEST + ".");
  }

  private static void tell(Cursor at, String path) {
    at.error(
        Rule.NOTHING_DECODED,
        "'" + Shown.of(path) + "' is never there: nothing says how the message is read",
        "add how, such as decode: [json]");
  }
}
