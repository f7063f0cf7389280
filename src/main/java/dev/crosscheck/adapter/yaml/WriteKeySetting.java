package dev.crosscheck.adapter.yaml;

import java.util.ArrayList;
import java.util.List;

/** Reads which settings hold the write key, and warns {@code MoreThanOneSetting}. */
final class WriteKeySetting {
  private WriteKeySetting() {}

  static List<String> read(Cursor value) {
    List<String> settings = new ArrayList<>();
    value.itemsOrOne().forEach(item -> item.text().ifPresent(settings::add));
    if (settings.size() > 1) {
      value
          .origin()
          .findings()
          .warning(
              Rule.MORE_THAN_ONE_SETTING,
              value.at(),
              "a plugin with " + settings.size() + " settings",
              "Segment allows one, a key that can only write; its review will ask");
    } else if (value.isList() && value.size() == 0) {
      value.error(Rule.MISSING_KEY, "'writeKeySetting' names none", "");
    }
    return settings;
  }
}
