package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Optional;

/** Reads a scenario's file. */
final class ScenarioFile {
  private final Vocabulary vocabulary;
  private final PluginFolder folder;
  private final ExpectationReader expectations;

  ScenarioFile(Vocabulary vocabulary, PluginFolder folder) {
    this.vocabulary = vocabulary;
    this.folder = folder;
    this.expectations = new ExpectationReader(vocabulary);
  }

  /**
   * What could be read of it; empty where too little could.
   *
   * @param id folder and file without its ending
   */
  Optional<Scenario> read(SourceFile file, String id) {
    return file.document().flatMap(root -> read(root, id, file));
  }

  private Optional<Scenario> read(Cursor root, String id, SourceFile file) {
    return root.fields(Shape.SCENARIO).flatMap(fields -> scenario(fields, id, file));
  }

  private Optional<Scenario> scenario(Fields fields, String id, SourceFile file) {
    Optional<String> title = fields.text("scenario");
    if (!fields.has("steps") && !fields.has("rows")) {
      fields.map().error(Rule.MISSING_KEY, "'steps' is missing", "or 'rows', for a table of them");
    }
    StepReader stepReader = new StepReader(vocabulary, expectations);
    List<Step> steps = fields.get("steps").map(stepReader::list).orElse(List.of());
    RowReader.Table table =
        fields
            .get("rows")
            .map(new RowReader(vocabulary, expectations, stepReader, steps)::read)
            .orElse(new RowReader.Table(steps, List.of()));
    List<Step.Call> calls = Scenario.callsIn(table.steps());
    List<Expectation> expect =
        fields.get("expect").map(list -> expectations.list(list, calls)).orElse(List.of());
    NoExpectation.check(fields);
    var differs =
        fields
            .get("differs")
            .map(given -> new DiffersReader(vocabulary, expectations).read(given, calls))
            .orElse(List.of());
    Given given =
        fields
            .get("given")
            .map(value -> new GivenReader(folder).read(value, steps))
            .orElse(Given.NOTHING);
    if (fields.get("given").flatMap(value -> value.value("consent")).isEmpty()) {
      MisplacedStep.consent(steps, fields.map().origin().findings());
    }
    var deadline = fields.read("deadline", DurationNotation::read);
    if (title.isEmpty() || table.steps().isEmpty()) {
      return Optional.empty();
    }
    Scenario scenario =
        new Scenario(
            id,
            title.get(),
            fields.at(),
            file.sha256(),
            file.text(),
            given,
            table.steps(),
            expect,
            differs,
            deadline,
            table.rows());
    if (table.steps().size() == stepsIn(fields)) {
      VacuousAbsence.check(scenario, fields.map().origin().findings());
      UnmetMiddleware.check(scenario, fields.map().origin().findings());
    }
    return Optional.of(scenario);
  }

  /** How many steps the file has, those that could not be read included. */
  private static int stepsIn(Fields fields) {
    int own = fields.get("steps").map(Cursor::size).orElse(0);
    return own
        + fields.get("rows").map(Cursor::items).orElse(List.of()).stream()
            .flatMap(row -> row.value("steps").stream())
            .mapToInt(Cursor::size)
            .sum();
  }
}
