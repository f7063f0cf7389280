package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Differs;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is expected instead on some devices: a map by the word that names them. */
final class DiffersReader {
  private final Vocabulary vocabulary;
  private final ExpectationReader expectations;

  DiffersReader(Vocabulary vocabulary, ExpectationReader expectations) {
    this.vocabulary = vocabulary;
    this.expectations = expectations;
  }

  /**
   * @param calls those whose arrival may be spoken of
   */
  List<Differs> read(Cursor value, List<Step.Call> calls) {
    List<Differs> differs = new ArrayList<>();
    for (Cursor.Entry entry : value.entries()) {
      UnknownDevice.check(entry, vocabulary.devices());
      entry
          .value()
          .fields(Shape.DIFFERENCE)
          .flatMap(fields -> difference(entry, fields, calls))
          .ifPresent(differs::add);
    }
    return differs;
  }

  private Optional<Differs> difference(Cursor.Entry entry, Fields fields, List<Step.Call> calls) {
    var expect = fields.get("expect").map(list -> expectations.list(list, calls)).orElse(List.of());
    return fields
        .text("because")
        .map(because -> new Differs(entry.at(), entry.key(), because, expect));
  }
}
