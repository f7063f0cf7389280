package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.finding.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule {@code UnknownDevice}: who speaks of a device names one that there is, or a kind. */
final class UnknownDevice {
  /**
   * Platforms, ways onto a page, kinds, engines, browsers and SDKs, whether or not a device here is
   * one of them.
   */
  private static final List<String> KINDS =
      List.of(
          "register",
          "classic",
          "action",
          "web",
          "android",
          "ios",
          "browser",
          "emulator",
          "simulator",
          "jvm",
          "real",
          "blink",
          "gecko",
          "webkit",
          "chrome",
          "edge",
          "firefox",
          "wpe",
          "analytics-next",
          "analytics-android",
          "analytics-kotlin",
          "analytics-ios",
          "analytics-swift");

  private UnknownDevice() {}

  /** All that {@code differs:} may speak of. */
  static List<String> words(List<String> ids) {
    List<String> words = new ArrayList<>(KINDS);
    words.addAll(ids);
    return words;
  }

  static void check(Cursor.Entry entry, Optional<List<String>> known) {
    check(entry.value().origin().findings(), entry.at(), entry.key(), known);
  }

  static void check(
      Findings findings, SourceLocation at, String word, Optional<List<String>> known) {
    if (known.isPresent() && !known.get().contains(word)) {
      findings.error(
          Rule.UNKNOWN_DEVICE,
          at,
          "unknown device '" + Shown.of(word) + "'",
          Nearest.hint(word, known.get()));
    }
  }
}
