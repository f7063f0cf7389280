package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Carries;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what becomes of fields on their way to the partner. */
final class CarriesReader {
  private CarriesReader() {}

  /** By field, the word for what becomes of it; those that could be read. */
  static ObjectNode read(Cursor value) {
    ObjectNode carries = JsonNodeFactory.instance.objectNode();
    for (Cursor.Entry entry : value.entries()) {
      entry.value().word(Carries.How.words()).ifPresent(word -> carries.put(entry.key(), word));
    }
    return carries;
  }
}
