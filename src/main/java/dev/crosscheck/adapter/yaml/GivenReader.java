package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Given;

/** Reads what holds before the first step. */
final class GivenReader {
  private GivenReader() {}

  static Given read(Cursor value) {
    return value.fields(Shape.GIVEN).map(GivenReader::given).orElse(Given.NOTHING);
  }

  private static Given given(Fields fields) {
    return new Given(
        fields.read("enabled", Cursor::truth).orElse(true),
        fields.read("settings", JsonReader::object),
        fields.read("integrations", JsonReader::object));
  }
}
