package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The part of {@code VacuousAbsence} that warns: a text that must not come and is almost, but not
 * quite, a text of the steps is absent only because it is misspelt.
 */
final class Misspelt {
  private Misspelt() {}

  static void check(Pattern absent, SourceLocation at, List<Step> steps, Findings findings) {
    Set<String> said = new LinkedHashSet<>();
    steps.forEach(step -> said(step).forEach(said::add));
    texts(absent)
        .filter(text -> !said.contains(text))
        .forEach(
            text ->
                Nearest.to(text, said)
                    .ifPresent(
                        near ->
                            findings.warning(
                                Rule.VACUOUS_ABSENCE,
                                at,
                                "no step says '" + Shown.of(text) + "', so it is absent anyway",
                                "did you mean '" + Shown.of(near) + "'?")));
  }

  private static Stream<String> said(Step step) {
    if (step instanceof Step.Call call) {
      return Stream.concat(names(call), texts(call.payload()));
    } else if (step instanceof Step.Push push) {
      Stream<String> token = Stream.of(push.token()).filter(text -> !text.isEmpty());
      return Stream.concat(token, texts(push.payload()));
    } else if (step instanceof Step.DeepLink link) {
      return Stream.of(link.url());
    }
    return step instanceof Step.Type type ? Stream.of(type.text()) : Stream.empty();
  }

  private static Stream<String> names(Step.Call call) {
    if (call instanceof Step.Track track) {
      return Stream.of(track.event());
    } else if (call instanceof Step.Identify identify) {
      return identify.userId().stream();
    } else if (call instanceof Step.Group group) {
      return Stream.of(group.groupId());
    } else if (call instanceof Step.Alias alias) {
      return Stream.concat(Stream.of(alias.userId()), alias.previousId().stream());
    } else if (call instanceof Step.Page page) {
      return Stream.concat(page.name().stream(), page.category().stream());
    } else if (call instanceof Step.Screen screen) {
      return Stream.concat(screen.name().stream(), screen.category().stream());
    }
    return Stream.empty();
  }

  private static Stream<String> texts(JsonNode json) {
    return json.isString()
        ? Stream.of(json.asString())
        : json.valueStream().flatMap(Misspelt::texts);
  }

  private static Stream<String> texts(Pattern pattern) {
    if (pattern instanceof Pattern.Fields object) {
      return object.fields().values().stream().flatMap(Misspelt::texts);
    } else if (pattern instanceof Pattern.Elements array) {
      return array.elements().stream().flatMap(Misspelt::texts);
    } else if (pattern instanceof Pattern.Containing array) {
      return array.elements().stream().flatMap(Misspelt::texts);
    }
    return pattern instanceof Pattern.Literal literal ? texts(literal.value()) : Stream.empty();
  }
}
