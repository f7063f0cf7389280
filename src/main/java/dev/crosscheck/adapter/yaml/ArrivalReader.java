package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.verdict.Marked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads which calls are to reach the partner, and how often. */
final class ArrivalReader {
  private static final Map<String, Times> WORDS =
      Map.of("once", Times.exactly(1), "never", Times.NEVER, "at least once", Times.AT_LEAST_ONCE);

  private ArrivalReader() {}

  /**
   * @param calls those that may be meant: the row's, or the scenario's
   */
  static Optional<Expectation> read(Fields fields, Cursor value, List<Step.Call> calls) {
    Optional<Times> times = value.word(List.of("once", "never", "at least once")).map(WORDS::get);
    List<Step.Call> meant = fields.get("call").map(which -> chosen(which, calls)).orElse(calls);
    if (meant.isEmpty() && (calls.isEmpty() || !fields.has("call"))) {
      value.error(
          Rule.NEVER_MET,
          "there is no call that could arrive",
          "'arrives' speaks of the calls among the steps of its row, or of its scenario");
    }
    meant.stream()
        .filter(call -> !Marked.isIn(call))
        .findFirst()
        .ifPresent(
            call ->
                value.error(
                    Rule.NO_NEEDLE,
                    "'" + call.describe() + "' carries nothing by which it could be known",
                    "put a text that stands nowhere else into it, such as " + Marked.EXAMPLE));
    Expectation.Arrival.Terms terms = terms(fields);
    return times.map(given -> new Expectation.Arrival(fields.at(), given, meant, terms));
  }

  private static Expectation.Arrival.Terms terms(Fields fields) {
    return new Expectation.Arrival.Terms(
        texts(fields, "with"),
        texts(fields, "without"),
        fields.flag("in order"),
        fields.get("tries").map(Cursor::count).orElse(OptionalInt.empty()),
        fields.flag("visitor"));
  }

  private static List<String> texts(Fields fields, String key) {
    return fields.get(key).map(Cursor::texts).orElse(List.of());
  }

  private static List<Step.Call> chosen(Cursor which, List<Step.Call> calls) {
    List<Step.Call> chosen = new ArrayList<>();
    List<Cursor> items = which.isList() ? which.items() : List.of(which);
    for (Cursor item : items) {
      OptionalInt number = item.count();
      if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > calls.size())) {
        item.error(
            Rule.NEVER_MET,
            "there is no call " + number.getAsInt() + " among the steps",
            "the first call is 1, and there are " + calls.size());
      } else {
        number.ifPresent(n -> chosen.add(calls.get(n - 1)));
      }
    }
    return chosen;
  }
}
