package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Times;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads how often: {@code 2}, {@code "2..3"}, {@code {at least: 2, at most: 3}}. */
final class TimesReader {
  private TimesReader() {}

  static Optional<Times> read(Cursor value) {
    if (value.isMap()) {
      return bounds(value);
    } else if (value.isText()) {
      return range(value, value.raw().orElse(""));
    }
    OptionalInt count = value.count();
    return count.isPresent() ? Optional.of(Times.exactly(count.getAsInt())) : Optional.empty();
  }

  private static Optional<Times> bounds(Cursor value) {
    Fields fields = value.fields(Shape.TIMES).orElseThrow();
    OptionalInt least = bound(fields, "at least");
    OptionalInt most = bound(fields, "at most");
    if (least.isEmpty() && most.isEmpty()) {
      return Optional.empty();
    }
    return between(value, least.orElse(0), most);
  }

  private static OptionalInt bound(Fields fields, String key) {
    return fields.get(key).map(Cursor::count).orElse(OptionalInt.empty());
  }

  private static Optional<Times> range(Cursor value, String text) {
    if (!text.matches("\\d{1,3}\\.\\.\\d{1,3}")) {
      value.error(
          Rule.BAD_TIMES,
          "'" + Shown.of(text) + "' does not say how often",
          "write 2, \"2..3\", {at least: 2} or {at most: 3}");
      return Optional.empty();
    }
    String[] ends = text.split("\\.\\.");
    return between(value, Integer.parseInt(ends[0]), OptionalInt.of(Integer.parseInt(ends[1])));
  }

  private static Optional<Times> between(Cursor value, int least, OptionalInt most) {
    if (most.isPresent() && most.getAsInt() < least) {
      value.error(
          Rule.NEVER_MET,
          "nothing comes at least " + least + " and at most " + most.getAsInt() + " times",
          "turn the two numbers round");
      return Optional.empty();
    }
    return Optional.of(new Times(least, most));
  }
}
