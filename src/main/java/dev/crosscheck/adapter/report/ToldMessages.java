package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Decoded;
import dev.crosscheck.capture.Decoder;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages of an attempt, decoded from its evidence as the judge does. */
final class ToldMessages {
  private static final int MOST = 300;
  private static final int LONGEST = 12_000;
  private static final int LONGEST_TITLE = 80;

  private final Evidence evidence;
  private final Decoded decoded;
  private final List<String> sentinels;

  ToldMessages(Evidence evidence) {
    this.evidence = evidence;
    Plugin plugin = evidence.plugin();
    this.decoded =
        Decoder.decode(
            evidence.capture(),
            plugin.partner().messages(),
            evidence.device().platform(),
            request -> plugin.partyOf(request.host()) == Party.PARTNER);
    this.sentinels =
        evidence.steps().stream().map(StepRecord::sentinel).flatMap(id -> id.stream()).toList();
  }

  void addTo(ObjectNode json) {
    ArrayNode messages = json.putArray("messages");
    decoded.messages().stream().limit(MOST).forEach(m -> messages.add(message(m)));
    json.put("moreMessages", Math.max(0, decoded.messages().size() - MOST));
    ArrayNode failures = json.putArray("failures");
    for (Decoded.Failure failure : decoded.failures()) {
      ObjectNode told = failures.addObject();
      told.put("exchange", failure.exchange());
      told.put("type", failure.type());
      told.put("step", failure.step());
      told.put("reason", Inert.text(failure.reason()));
    }
  }

  private ObjectNode message(Message message) {
    String content = content(message);
    ObjectNode json = PageJson.object();
    json.put("type", message.type());
    json.put("lane", message.lane());
    json.put("exchange", message.exchange());
    ArrayNode again = json.putArray("again");
    message.again().forEach(again::add);
    json.put("at", Story.millis(evidence.started(), message.at()));
    json.put("late", evidence.left().filter(left -> !message.at().isBefore(left)).isPresent());
    json.put("ambient", message.ambient());
    json.put("sentinel", sentinels.stream().anyMatch(content::contains));
    json.put("title", title(message.content()));
    json.put("content", ShownText.cut(content, LONGEST));
    return json;
  }

  /** As text: numbers keep their digits, which a page would round. */
  private static String content(Message message) {
    JsonNode content = message.content();
    if (content instanceof ObjectNode object) {
      content = object.deepCopy().without("$request");
    }
    return Inert.text(ShownText.laidOut(content));
  }

  /** What most partners call the name of an event. */
  private static String title(JsonNode content) {
    for (String field : List.of("event", "event_type", "event_name", "name", "type")) {
      if (content.path(field).isString()) {
        return ShownText.cut(Inert.line(content.path(field).asString()), LONGEST_TITLE);
      }
    }
    // An update of a profile or a group has no name: what it sets tells it from the next.
    return content.properties().stream()
        .filter(field -> field.getValue().isObject() && !field.getKey().equals("$request"))
        .findFirst()
        .map(field -> field.getKey() + " " + String.join(", ", field.getValue().propertyNames()))
        .map(title -> ShownText.cut(Inert.line(title), LONGEST_TITLE))
        .orElse("");
  }
}
