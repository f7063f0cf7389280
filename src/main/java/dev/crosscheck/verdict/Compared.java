package dev.crosscheck.verdict;

import dev.crosscheck.match.Pattern;
import java.util.List;

/** Counts the properties that a pattern compares; that something is there compares nothing. */
final class Compared {
  private Compared() {}

  static int in(Pattern pattern) {
    if (pattern instanceof Pattern.Fields object) {
      return object.fields().values().stream().mapToInt(Compared::in).sum();
    } else if (pattern instanceof Pattern.Elements array) {
      return in(array.elements());
    } else if (pattern instanceof Pattern.Containing array) {
      return in(array.elements());
    }
    return pattern instanceof Pattern.AnyValue ? 0 : 1;
  }

  private static int in(List<Pattern> elements) {
    return elements.stream().mapToInt(Compared::in).sum();
  }
}
