package dev.crosscheck.verdict;

import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.match.Patterns;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Expectations for tests; patterns are JSON with single quotes, empty for none. */
final class Expect {
  private Expect() {}

  static Expectation.Messages atLeast(int least, String type, String match) {
    return messages(type, new Times(least, OptionalInt.empty()), false, match);
  }

  static Expectation.Messages exactly(int times, String type, String match) {
    return messages(type, Times.exactly(times), false, match);
  }

  static Expectation.Messages only(String type, String match) {
    return messages(type, Times.AT_LEAST_ONCE, true, match);
  }

  private static Expectation.Messages messages(
      String type, Times times, boolean only, String match) {
    return new Expectation.Messages(Case.line(9), type, times, only, pattern(match));
  }

  static Expectation.Requests requests(
      Times times, String method, String host, String path, Map<String, Pattern> match) {
    RequestPattern request = new RequestPattern(method, host, path);
    return new Expectation.Requests(Case.line(9), request, times, match);
  }

  static Expectation.SegmentDelivery segment(Times times, String call, String match) {
    return new Expectation.SegmentDelivery(Case.line(9), call, times, pattern(match));
  }

  static Expectation.Arrival arrives(Times times, Step.Call... calls) {
    return new Expectation.Arrival(Case.line(14), times, List.of(calls));
  }

  static Expectation.Always always(Expectation.Always.What what) {
    return new Expectation.Always(Case.line(15), what);
  }

  static Expectation.NothingElse nothingElse() {
    return new Expectation.NothingElse(Case.line(11));
  }

  /** {@code event[0]}, {@code profile[1]}. */
  static Expectation.Order order(String... refs) {
    return new Expectation.Order(Case.line(12), Arrays.stream(refs).map(Expect::ref).toList());
  }

  private static Expectation.Order.MessageRef ref(String text) {
    int open = text.indexOf('[');
    int index = Integer.parseInt(text.substring(open + 1, text.length() - 1));
    return new Expectation.Order.MessageRef(text.substring(0, open), index);
  }

  static Expectation.Console noErrors() {
    return new Expectation.Console(Case.line(13), Optional.empty());
  }

  static Optional<Pattern> pattern(String match) {
    return match.isEmpty() ? Optional.empty() : Optional.of(Patterns.pattern(match));
  }
}
