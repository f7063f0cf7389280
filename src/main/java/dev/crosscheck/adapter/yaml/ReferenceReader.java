package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.match.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Reads a reference to a message: {@code segment.anonymousId}, {@code event[0].properties.id}. */
final class ReferenceReader {
  private static final java.util.regex.Pattern NOTATION =
      java.util.regex.Pattern.compile("([A-Za-z][\\w-]*)(?:\\[(\\d{1,3})])?\\.(.+)");

  private final Optional<List<String>> types;

  ReferenceReader(Optional<List<String>> types) {
    this.types = types;
  }

  Optional<Pattern.Reference> read(Cursor value, String inside) {
    Matcher matcher = NOTATION.matcher(inside);
    if (!matcher.matches()) {
      value.error(
          Rule.BAD_REFERENCE,
          "'${" + Shown.of(inside) + "}' is no reference",
          "write ${segment.anonymousId} or ${event[0].properties.id}: a type, which of its messages,"
              + " and a place in it");
      return Optional.empty();
    }
    String type = matcher.group(1);
    List<String> known = new ArrayList<>(types.orElse(List.of()));
    known.add("segment");
    if (types.isPresent() && !known.contains(type)) {
      value.error(
          Rule.BAD_REFERENCE,
          "'${" + Shown.of(inside) + "}' refers to '" + type + "', which is no message type",
          Nearest.hint(type, known));
      return Optional.empty();
    }
    int index = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
    return PathNotation.check(value, matcher.group(3))
        .map(path -> new Pattern.Reference(type, index, path));
  }
}
