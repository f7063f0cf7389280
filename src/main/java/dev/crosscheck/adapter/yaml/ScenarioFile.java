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
    List<Step> steps =
        fields.get("steps").map(new StepReader(vocabulary, expectations)::list).orElse(List.of());
    List<Expectation> expect = fields.get("expect").map(expectations::list).orElse(List.of());
    NoExpectation.check(fields);
    var differs =
        fields
            .get("differs")
            .map(new DiffersReader(vocabulary, expectations)::read)
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
    if (title.isEmpty() || steps.isEmpty()) {
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
            steps,
            expect,
            differs,
            deadline);
    if (steps.size() == fields.get("steps").map(Cursor::size).orElse(0)) {
      VacuousAbsence.check(scenario, fields.map().origin().findings());
    }
    return Optional.of(scenario);
  }
}
