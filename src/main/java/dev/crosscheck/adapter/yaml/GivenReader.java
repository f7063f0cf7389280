package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import java.util.List;

/** Reads what holds before the first step. */
final class GivenReader {
  private final AnswerReader answers;

  GivenReader(PluginFolder folder) {
    this.answers = new AnswerReader(folder);
  }

  /**
   * @param steps the scenario's: what the user says there is known to the source
   */
  Given read(Cursor value, List<Step> steps) {
    return value.fields(Shape.GIVEN).map(fields -> given(fields, steps)).orElse(Given.NOTHING);
  }

  private Given given(Fields fields, List<Step> steps) {
    return new Given(
        fields.read("enabled", Cursor::truth).orElse(true),
        fields.read("settings", JsonReader::object),
        fields.read("integrations", SpecCheck::integrations),
        fields.get("answers").map(answers::given).orElse(List.of()),
        fields.read("consent", asked -> ConsentReader.given(asked, steps)),
        fields.get("middleware").map(MiddlewareReader::list).orElse(List.of()),
        fields.get("filters").map(FilterReader::list).orElse(List.of()));
  }
}
