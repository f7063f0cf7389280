package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import java.util.List;
import java.util.Optional;

/**
 * The words that other files declare and a scenario may use; empty where the file that declares
 * them could not be read, so that no word can be called unknown.
 *
 * @param types the plugin's message types
 * @param devices what {@code differs:} may speak of: platforms, kinds, engines, SDKs, ids
 */
record Vocabulary(Optional<List<String>> types, Optional<List<String>> devices) {
  Vocabulary {
    types = types.map(List::copyOf);
    devices = devices.map(List::copyOf);
  }

  /** A message type that plugin.yaml names. */
  Optional<String> type(Cursor value) {
    return value.text().filter(type -> isType(value, type));
  }

  /** Whether it is a type; tells if it is none. */
  boolean isType(Cursor value, String type) {
    boolean known = types.map(names -> names.contains(type)).orElse(true);
    if (!known) {
      value.error(
          Rule.UNKNOWN_MESSAGE_TYPE,
          "unknown message type '" + Shown.of(type) + "'",
          types.get().isEmpty()
              ? "plugin.yaml names none under partner.messages"
              : Nearest.hint(type, types.get()));
    }
    return known;
  }
}
