package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Differs;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of a scenario, whose steps follow those that are for all rows. */
final class RowReader {
  private static final String LINK = "https://[^\\s<>\"']+";

  private final DiffersReader differs;
  private final ExpectationReader expectations;
  private final StepReader steps;
  private final List<Step> forAll;

  /**
   * @param steps all of the scenario's
   */
  record Table(List<Step> steps, List<Row> rows) {
    Table {
      steps = List.copyOf(steps);
      rows = List.copyOf(rows);
    }
  }

  RowReader(
      Vocabulary vocabulary, ExpectationReader expectations, StepReader steps, List<Step> forAll) {
    this.differs = new DiffersReader(vocabulary, expectations);
    this.expectations = expectations;
    this.steps = steps;
    this.forAll = forAll;
  }

  Table read(Cursor value) {
    List<Step> all = new ArrayList<>(forAll);
    List<Row> rows = new ArrayList<>();
    Map<String, SourceLocation> names = new HashMap<>();
    List<Cursor> items = value.items();
    for (Cursor item : items) {
      item.fields(Shape.ROW).flatMap(fields -> row(fields, all, names)).ifPresent(rows::add);
    }
    if (value.isList() && items.isEmpty()) {
      value.error(Rule.EMPTY_STEPS, "there are no rows", "leave 'rows' out, or write one");
    }
    return new Table(all, rows);
  }

  private Optional<Row> row(Fields fields, List<Step> all, Map<String, SourceLocation> names) {
    Optional<String> name = fields.text("row");
    name.ifPresent(given -> only(fields, given, names));
    Optional<String> see = fields.read("see", RowReader::link);
    List<Step> own = fields.get("steps").map(steps::list).orElse(List.of());
    List<Step.Call> calls = Scenario.callsIn(own);
    List<Expectation> expect =
        fields.get("expect").map(list -> expectations.list(list, calls)).orElse(List.of());
    List<Differs> otherwise =
        fields.get("differs").map(given -> differs.read(given, calls)).orElse(List.of());
    int first = all.size();
    all.addAll(own);
    return name.map(
        given ->
            new Row(
                fields.at(), given, see, first, own.size(), expect, otherwise, Row.Standing.ASKED));
  }

  private static void only(Fields fields, String name, Map<String, SourceLocation> names) {
    SourceLocation other = names.putIfAbsent(name, fields.at());
    if (other != null) {
      fields
          .map()
          .error(
              Rule.DUPLICATE_ROW,
              "line " + other.line() + " has a row '" + Shown.of(name) + "' too",
              "a row is named once: reports and waivers speak of it by its name");
    }
  }

  private static Optional<String> link(Cursor value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !text.get().matches(LINK)) {
      value.error(
          Rule.WRONG_TYPE,
          "'" + Shown.of(text.get()) + "' is no https address",
          "'see' names the page that says why a plugin must behave so");
      return Optional.empty();
    }
    return text;
  }
}
