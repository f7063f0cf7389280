package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Given;
import java.util.List;

/** Reads what holds before the first step. */
final class GivenReader {
  private final AnswerReader answers;

  GivenReader(PluginFolder folder) {
    this.answers = new AnswerReader(folder);
  }

  Given read(Cursor value) {
    return value.fields(Shape.GIVEN).map(this::given).orElse(Given.NOTHING);
  }

  private Given given(Fields fields) {
    return new Given(
        fields.read("enabled", Cursor::truth).orElse(true),
        fields.read("settings", JsonReader::object),
        fields.read("integrations", SpecCheck::integrations),
        fields.get("answers").map(answers::given).orElse(List.of()));
  }
}
