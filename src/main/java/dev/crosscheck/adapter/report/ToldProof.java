package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.Settlement.SentinelMark;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.verdict.NotClosed;
import dev.crosscheck.verdict.TwinLag;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How it was shown, or why it could not be, that nothing more came: a list of facts for each window
 * that claims so, in the order in which they came about.
 */
final class ToldProof {
  private final Evidence evidence;
  private final ArrayNode facts;

  private ToldProof(Evidence evidence, ArrayNode facts) {
    this.evidence = evidence;
    this.facts = facts;
  }

  /**
   * Adds {@code proof}: for each settled window its {@code title}, empty for the end of the cell,
   * and its {@code facts}, with {@code at} in milliseconds since the attempt began, {@code
   * exchange} and {@code short} where they have them.
   */
  static void addTo(ObjectNode json, Evidence evidence) {
    ArrayNode proof = json.putArray("proof");
    for (Window window : evidence.windows()) {
      window
          .settlement()
          .ifPresent(settled -> window(proof.addObject(), window, settled, evidence));
    }
  }

  private static void window(
      ObjectNode json, Window window, Settlement settlement, Evidence evidence) {
    boolean last = window.step() == Window.FINAL;
    json.put("title", last ? "" : "the window at step " + (window.step() + 1));
    ToldProof told = new ToldProof(evidence, json.putArray("facts"));
    List<Instant> taken = told.taken(last ? Integer.MAX_VALUE : window.step());
    Optional<Instant> lastStep = taken.stream().max(Instant::compareTo);
    lastStep.ifPresent(
        at -> told.fact("the last of " + Words.count(taken.size(), "step") + " was taken", at));
    told.settled(settlement);
    if (settlement.sealed().isPresent() && lastStep.isPresent()) {
      Duration looked = Duration.between(lastStep.get(), settlement.sealed().get());
      told.fact(Words.millis(looked) + " after the last step; nothing later is looked for");
    }
    if (last && settlement.shortfall().isEmpty()) {
      NotClosed.unclaimed(evidence.device()).ifPresent(told::fact);
    }
    settlement.shortfall().ifPresent(why -> told.fact("not shown: " + why).put("short", true));
  }

  /** When the scenario's steps before this one were taken. */
  private List<Instant> taken(int before) {
    return evidence.steps().stream()
        .filter(step -> step.kind() == StepRecord.Kind.SCENARIO && step.index() < before)
        .flatMap(step -> step.acknowledged().stream())
        .toList();
  }

  private void settled(Settlement settlement) {
    String quiet = "nothing new for " + Words.millis(settlement.quiet());
    boolean calm = settlement.shortfall().isEmpty();
    Optional<Instant> left = settlement.left();
    Map<Boolean, List<SentinelMark>> late =
        settlement.sentinels().stream()
            .sorted(
                Comparator.comparing(mark -> came(mark).map(Exchange::at).orElse(mark.called())))
            .collect(Collectors.partitioningBy(mark -> isLate(mark, left)));
    late.getOrDefault(false, List.of()).forEach(this::sentinel);
    settlement.silence().ifPresent(this::silence);
    if (left.isEmpty()) {
      settlement.sealed().ifPresent(at -> fact(quiet, at));
      return;
    }
    if (calm) {
      fact(quiet);
    }
    boolean web = evidence.device().platform().equals("web");
    fact(web ? "the page was left" : "the app was left", left.get());
    late.getOrDefault(true, List.of()).forEach(this::sentinel);
    String again = calm ? " again" : "";
    settlement
        .sealed()
        .ifPresent(at -> fact("nothing was open, and " + quiet + again + ": sealed", at));
  }

  private boolean isLate(SentinelMark mark, Optional<Instant> left) {
    return left.isPresent() && came(mark).filter(e -> !e.at().isBefore(left.get())).isPresent();
  }

  private void sentinel(SentinelMark mark) {
    String which = "the sentinel on lane '" + mark.lane() + "'";
    Optional<Exchange> came = came(mark);
    if (came.isEmpty()) {
      fact(which + " was called, and did not arrive well", mark.called()).put("short", true);
      return;
    }
    Instant at = came.get().at();
    String after = Words.millis(Duration.between(mark.called(), at));
    fact(which + " arrived " + after + " after its call", at).put("exchange", came.get().index());
  }

  private Optional<Exchange> came(SentinelMark mark) {
    return mark.exchange()
        .filter(index -> index < evidence.capture().size())
        .map(evidence.capture().exchanges()::get);
  }

  private void silence(Duration time) {
    String waited = "no sentinel can come; silent for " + Words.millis(time);
    Optional<Duration> lag = evidence.twin().map(TwinLag::longest);
    fact(
        lag.map(longest -> waited + ", and the twin spoke within " + Words.millis(longest))
            .orElse(waited));
  }

  private ObjectNode fact(String text, Instant at) {
    return fact(text).put("at", Story.millis(evidence.started(), at));
  }

  private ObjectNode fact(String text) {
    return facts.addObject().put("text", text);
  }
}
