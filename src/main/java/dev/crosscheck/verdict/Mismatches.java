package dev.crosscheck.verdict;

import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Mismatches in the making. */
final class Mismatches {
  /** More exchanges than these are not listed one by one. */
  private static final int LISTED = 5;

  private Mismatches() {}

  static Mismatch at(Expectation expectation, String what, String expected, String actual) {
    return new Mismatch(
        what,
        Optional.of(expectation.at()),
        expected,
        actual,
        Optional.empty(),
        OptionalInt.empty());
  }

  static Mismatch at(
      Expectation expectation,
      String what,
      String expected,
      String actual,
      View view,
      int exchange) {
    return new Mismatch(
        what,
        Optional.of(expectation.at()),
        expected,
        actual,
        Optional.of(view.name(exchange)),
        OptionalInt.of(exchange));
  }

  /** Of a claim that every cell carries. */
  static Mismatch unwritten(String what, String expected, String actual, View view, int exchange) {
    return new Mismatch(
        what,
        Optional.empty(),
        expected,
        actual,
        Optional.of(view.name(exchange)),
        OptionalInt.of(exchange));
  }

  static Mismatch unwritten(String what, String expected, String actual) {
    return new Mismatch(
        what, Optional.empty(), expected, actual, Optional.empty(), OptionalInt.empty());
  }

  /** {@code exchanges 3, 5}; {@code both in exchange 3} where one exchange brought two. */
  static String exchanges(List<Candidate> candidates) {
    List<Integer> distinct = candidates.stream().map(Candidate::exchange).distinct().toList();
    String numbers =
        distinct.stream()
            .limit(LISTED)
            .map(exchange -> String.valueOf(exchange + 1))
            .collect(Collectors.joining(", "));
    if (distinct.size() > 1) {
      return "exchanges " + numbers + (distinct.size() > LISTED ? " and more" : "");
    }
    return (candidates.size() < 2 ? "" : candidates.size() == 2 ? "both in " : "all in ")
        + "exchange "
        + numbers;
  }

  /** In one line: what, and what came instead. */
  static String line(Mismatch mismatch) {
    return mismatch.what() + ": " + Wording.cut(mismatch.actual());
  }
}
