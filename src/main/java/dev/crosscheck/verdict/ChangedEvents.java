package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.match.Difference;
import dev.crosscheck.match.Matcher;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The unwritten claim that the plugin leaves events as they are for other destinations: the
 * spectator, one of them, got every property and trait as the step gave it, or as the customer's
 * source middleware made it.
 */
final class ChangedEvents {
  private ChangedEvents() {}

  static List<Mismatch> in(View view, Evidence evidence) {
    List<Mismatch> found = new ArrayList<>();
    for (StepRecord record : evidence.steps()) {
      call(record, evidence.scenario())
          .ifPresent(
              call ->
                  seen(view, record.messageId().orElse(""))
                      .flatMap(event -> change(call, event, evidence.scenario().given(), view))
                      .ifPresent(found::add));
    }
    return found;
  }

  private static Optional<Step.Call> call(StepRecord record, Scenario scenario) {
    boolean own =
        record.kind() == StepRecord.Kind.SCENARIO
            && record.messageId().isPresent()
            && record.index() >= 0
            && record.index() < scenario.steps().size();
    return own && scenario.steps().get(record.index()) instanceof Step.Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Optional<Message> seen(View view, String messageId) {
    return view.spectated().stream()
        .filter(event -> event.content().path("messageId").asString("").equals(messageId))
        .findFirst();
  }

  private static Optional<Mismatch> change(Step.Call call, Message event, Given given, View view) {
    List<Difference> differences =
        new Matcher(reference -> Optional.empty(), false)
            .differences(new Pattern.Fields(given(given.toOthers(call).call())), event.content());
    return differences.stream()
        .findFirst()
        .map(
            difference ->
                Mismatches.unwritten(
                    "the event was changed for other destinations: " + call.describe(),
                    difference.expectedThere(),
                    difference.actualThere(),
                    view,
                    event.exchange()));
  }

  /** What the step gave, at the places at which an event has it (Spec: Common Fields). */
  private static Map<String, Pattern> given(Step.Call call) {
    Map<String, Pattern> fields = new LinkedHashMap<>();
    if (call instanceof Step.Track track) {
      fields.put("event", literal(StringNode.valueOf(track.event())));
    } else if (call instanceof Step.Identify identify) {
      identify.userId().ifPresent(id -> fields.put("userId", literal(StringNode.valueOf(id))));
    } else if (call instanceof Step.Group group) {
      fields.put("groupId", literal(StringNode.valueOf(group.groupId())));
    }
    if (!call.payload().isEmpty()) {
      Map<String, Pattern> payload = new LinkedHashMap<>();
      call.payload().properties().forEach(f -> payload.put(f.getKey(), literal(f.getValue())));
      fields.put(call.call().payload(), new Pattern.Fields(payload));
    }
    return fields;
  }

  private static Pattern literal(JsonNode value) {
    return new Pattern.Literal(value);
  }
}
