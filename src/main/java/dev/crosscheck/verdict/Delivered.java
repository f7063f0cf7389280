package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.Departure;
import dev.crosscheck.spec.SegmentSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * How what the SDK delivered to Segment is not as the Spec has it. That is the scenario's doing or
 * the SDK's, not the plugin's: a finding, whatever the verdict.
 */
final class Delivered {
  private Delivered() {}

  /** Each once for a step, of an array's elements only the first. */
  static List<Finding> departures(Trial trial) {
    List<Finding> findings = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Message message : trial.view().deliveries()) {
      JsonNode event = Contents.own(message);
      SourceLocation at = madeAt(event.path("messageId").asString(""), trial.evidence());
      for (Departure departure : SegmentSpec.published().checkDelivered(event)) {
        String what = what(event);
        if (told.add(at + what + field(departure))) {
          String words = "'" + what + "' as it reached Segment: " + departure.message();
          findings.add(Finding.warning(rule(departure), at, words, departure.hint()));
        }
      }
    }
    return findings;
  }

  /** The step that made the event; the scenario, where none is known to have. */
  private static SourceLocation madeAt(String messageId, Evidence evidence) {
    List<Step> steps = evidence.scenario().steps();
    Optional<Step> step =
        evidence.steps().stream()
            .filter(record -> record.kind() == StepRecord.Kind.SCENARIO)
            .filter(record -> record.messageId().filter(messageId::equals).isPresent())
            .filter(record -> record.index() >= 0 && record.index() < steps.size())
            .map(record -> steps.get(record.index()))
            .findFirst();
    return step.map(Step::at).orElseGet(() -> evidence.scenario().at());
  }

  private static String field(Departure departure) {
    return String.join(".", departure.path()).replaceAll("\\.\\d+\\b", "[]");
  }

  private static String rule(Departure departure) {
    return departure.kind() == Departure.Kind.FORBIDDEN_TYPE ? "ForbiddenType" : "ReservedField";
  }

  /** {@code track Order Completed}. */
  private static String what(JsonNode event) {
    String name = event.path("event").asString("");
    String type = event.path("type").asString("an event");
    return Wording.cut(name.isEmpty() ? type : type + " " + name);
  }
}
