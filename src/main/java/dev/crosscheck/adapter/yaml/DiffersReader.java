package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Differs;
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

  List<Differs> read(Cursor value) {
    List<Differs> differs = new ArrayList<>();
    for (Cursor.Entry entry : value.entries()) {
      UnknownDevice.check(entry, vocabulary.devices());
      entry
          .value()
          .fields(Shape.DIFFERENCE)
          .flatMap(fields -> difference(entry, fields))
          .ifPresent(differs::add);
    }
    return differs;
  }

  private Optional<Differs> difference(Cursor.Entry entry, Fields fields) {
    var expect = fields.get("expect").map(expectations::list).orElse(List.of());
    return fields
        .text("because")
        .map(because -> new Differs(entry.at(), entry.key(), because, expect));
  }
}
