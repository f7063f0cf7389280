package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what a verdict rests on, with the figures that a reviewer asks for. */
final class Proving {
  private Proving() {}

  static Proof of(Trial trial, List<WindowRuling> windows) {
    int seen = windows.stream().mapToInt(WindowRuling::seen).sum();
    int compared = windows.stream().mapToInt(WindowRuling::compared).sum();
    boolean presenceOnly = seen > 0 && compared == 0;
    List<WindowRuling> closing = windows.stream().filter(WindowRuling::closes).toList();
    List<String> words = new ArrayList<>();
    if (seen > 0) {
      words.add(seen + " expected came, " + compared + " properties compared");
    }
    if (closing.isEmpty()) {
      words.add("nothing was claimed that more traffic could refute");
      NotClosed.unclaimed(trial.evidence().device()).ifPresent(words::add);
      return new Proof(Proof.Kind.SEEN, String.join("; ", words), presenceOnly);
    }
    if (closing.stream().anyMatch(window -> isUnsettled(window, trial))) {
      return new Proof(Proof.Kind.NONE, String.join("; ", words), presenceOnly);
    }
    Optional<Trial> twin =
        closing.stream().anyMatch(WindowRuling::silent) ? trial.twin() : Optional.empty();
    twin.ifPresent(other -> words.add(twin(other)));
    closing.stream()
        .flatMap(
            window -> window.window().settlement().map(s -> settled(window, s, trial)).stream())
        .distinct()
        .forEach(words::add);
    NotClosed.unclaimed(trial.evidence().device()).ifPresent(words::add);
    Proof.Kind kind = twin.isPresent() ? Proof.Kind.TWIN : Proof.Kind.SEALED;
    return new Proof(kind, String.join("; ", words), presenceOnly);
  }

  private static boolean isUnsettled(WindowRuling window, Trial trial) {
    return SealCheck.shortfall(window.window(), trial.view()).isPresent();
  }

  private static String twin(Trial twin) {
    String types =
        twin.view().messages().stream()
            .collect(Collectors.groupingBy(Message::type, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "));
    return "with the gate open the twin told the partner "
        + types
        + ", at most "
        + words(TwinLag.longest(twin))
        + " after Segment's delivery";
  }

  private static String settled(WindowRuling ruling, Settlement settlement, Trial trial) {
    List<String> words = new ArrayList<>();
    for (Settlement.SentinelMark mark : settlement.sentinels()) {
      String where = mark.exchange().map(index -> " in " + trial.view().number(index)).orElse("");
      words.add("sentinel on lane '" + mark.lane() + "'" + where);
    }
    settlement.silence().ifPresent(time -> words.add("silent for " + words(time)));
    String quiet = words(settlement.quiet());
    words.add("nothing new for " + quiet);
    if (settlement.left().isPresent()) {
      words.add(trial.leaving() + ", and nothing new for " + quiet + " again");
    }
    settlement
        .sealed()
        .flatMap(at -> sinceLastStep(at, trial))
        .ifPresent(
            time -> words.add(words(time) + " after the last step; nothing later is looked for"));
    String window =
        ruling.window().step() == Window.FINAL
            ? ""
            : "window at step " + (ruling.window().step() + 1) + ": ";
    return window + String.join(", ", words);
  }

  private static Optional<Duration> sinceLastStep(Instant end, Trial trial) {
    return trial.evidence().steps().stream()
        .filter(step -> step.kind() == StepRecord.Kind.SCENARIO)
        .flatMap(step -> step.acknowledged().stream())
        .filter(at -> !at.isAfter(end))
        .max(Instant::compareTo)
        .map(at -> Duration.between(at, end));
  }

  private static String words(Duration time) {
    return time.toMillis() + " ms";
  }
}
