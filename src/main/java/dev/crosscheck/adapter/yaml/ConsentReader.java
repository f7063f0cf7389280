package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a page asks its user, and what the user says. */
final class ConsentReader {
  private static final List<String> MODELS = List.of("opt-in", "opt-out");

  private ConsentReader() {}

  /**
   * What is given. Every category that the scenario names is one of the source's: those that the
   * plugin does not need are other destinations'.
   */
  static Optional<Consent> given(Cursor value, List<Step> steps) {
    return value.fields(Shape.CONSENT).flatMap(fields -> given(fields, steps));
  }

  private static Optional<Consent> given(Fields fields, List<Step> steps) {
    Optional<Consent.Model> model =
        fields
            .read("model", word -> word.word(MODELS))
            .map(word -> word.equals("opt-in") ? Consent.Model.OPT_IN : Consent.Model.OPT_OUT);
    Optional<Map<String, Boolean>> said = fields.read("categories", ConsentReader::categories);
    List<String> needs = fields.get("needs").map(ConsentReader::names).orElse(List.of());
    List<String> others = new ArrayList<>();
    said.ifPresent(categories -> others.addAll(categories.keySet()));
    for (Step step : steps) {
      if (step instanceof Step.Consent word) {
        others.addAll(word.categories().keySet());
      }
    }
    others.removeAll(needs);
    return model.map(m -> new Consent(m, said, needs, others.stream().distinct().toList()));
  }

  static Optional<Step> step(SourceLocation at, Cursor value) {
    return categories(value).map(said -> new Step.Consent(at, said));
  }

  private static Optional<Map<String, Boolean>> categories(Cursor value) {
    if (!value.isMap()) {
      return value.wrong("a map of categories");
    }
    Map<String, Boolean> categories = new LinkedHashMap<>();
    for (Cursor.Entry entry : value.entries()) {
      entry.value().truth().ifPresent(said -> categories.put(entry.key(), said));
    }
    return Optional.of(categories);
  }

  private static List<String> names(Cursor value) {
    return value.items().stream().flatMap(item -> item.text().stream()).distinct().toList();
  }
}
