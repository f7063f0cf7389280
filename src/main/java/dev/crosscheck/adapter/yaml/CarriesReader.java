package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Carries;
import dev.crosscheck.spec.SpecCall;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what becomes of fields on their way to the partner. */
final class CarriesReader {
  private CarriesReader() {}

  /**
   * By field, the word for what becomes of it; by call or event the same for it alone. Those that
   * could be read.
   */
  static ObjectNode read(Cursor value) {
    ObjectNode carries = JsonNodeFactory.instance.objectNode();
    for (Cursor.Entry entry : value.entries()) {
      if (entry.value().isMap()) {
        name(entry);
        carries.set(entry.key(), words(entry.value()));
      } else {
        word(entry, carries);
      }
    }
    return carries;
  }

  private static ObjectNode words(Cursor value) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    value.entries().forEach(entry -> word(entry, words));
    return words;
  }

  private static void word(Cursor.Entry entry, ObjectNode carries) {
    entry.value().word(Carries.How.words()).ifPresent(word -> carries.put(entry.key(), word));
  }

  /** A call, or else an event, the Spec's or one's own. */
  private static void name(Cursor.Entry entry) {
    if (SpecCall.of(entry.key()).isEmpty()) {
      SpecCheck.event(entry.key(), entry.at(), entry.value().origin().findings());
    }
  }
}
