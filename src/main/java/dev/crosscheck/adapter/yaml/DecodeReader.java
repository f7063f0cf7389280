package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.finding.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a chain of decode steps: {@code [form data, base64?, json, each]}. */
final class DecodeReader {
  /** Steps that take a word after them. */
  static final List<String> WITH_ARGUMENT = List.of("header", "form", "multipart", "at");

  static final List<String> ALONE =
      List.of(
          "body", "query", "path", "base64", "gunzip", "inflate", "brotli", "json", "lines",
          "each");

  private DecodeReader() {}

  /** The steps that could be read; whether they can follow one another has then been checked. */
  static List<DecodeStep> read(Cursor value) {
    List<DecodeStep> steps = new ArrayList<>();
    ImpossibleDecode chain = new ImpossibleDecode();
    List<Cursor> items = value.itemsOrOne();
    for (Cursor item : items) {
      Optional<DecodeStep> step = item.text().flatMap(text -> step(item, text));
      step.ifPresent(steps::add);
      step.ifPresent(s -> chain.follow(item, s));
    }
    if (steps.size() == items.size() && !items.isEmpty()) {
      chain.end(items.get(items.size() - 1));
    }
    return steps;
  }

  private static Optional<DecodeStep> step(Cursor item, String text) {
    if (!text.endsWith("?")) {
      return plain(item, text);
    }
    return plain(item, text.substring(0, text.length() - 1)).map(DecodeStep.Maybe::new);
  }

  private static Optional<DecodeStep> plain(Cursor item, String text) {
    String[] words = text.split(" +", 2);
    if (words.length == 1 ? !ALONE.contains(text) : !WITH_ARGUMENT.contains(words[0])) {
      tellUnknown(item, words[0], words.length > 1);
      return Optional.empty();
    }
    return Optional.of(
        switch (words[0]) {
          case "body" -> new DecodeStep.FromBody();
          case "query" -> new DecodeStep.FromQuery();
          case "path" -> new DecodeStep.FromPath();
          case "header" -> new DecodeStep.FromHeader(words[1]);
          case "form" -> new DecodeStep.Form(words[1]);
          case "multipart" -> new DecodeStep.Multipart(words[1]);
          case "base64" -> new DecodeStep.Base64();
          case "gunzip" -> new DecodeStep.Gunzip();
          case "inflate" -> new DecodeStep.Inflate();
          case "brotli" -> new DecodeStep.Brotli();
          case "json" -> new DecodeStep.Json();
          case "lines" -> new DecodeStep.Lines();
          case "each" -> new DecodeStep.Each();
          default -> new DecodeStep.At(PathNotation.check(item, words[1]).orElse(words[1]));
        });
  }

  private static void tellUnknown(Cursor item, String word, boolean argued) {
    if (WITH_ARGUMENT.contains(word)) {
      item.error(
          Rule.UNKNOWN_VALUE,
          "'" + word + "' does not say which",
          "write '" + word + " data' for the one called data");
    } else if (argued && ALONE.contains(word)) {
      item.error(Rule.UNKNOWN_VALUE, "'" + word + "' stands alone", "take the rest away");
    } else {
      List<String> all = new ArrayList<>(ALONE);
      all.addAll(WITH_ARGUMENT);
      item.error(
          Rule.UNKNOWN_VALUE,
          "unknown decode step '" + Shown.of(word) + "'",
          Nearest.hint(word, all));
    }
  }
}
