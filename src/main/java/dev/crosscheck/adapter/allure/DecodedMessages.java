package dev.crosscheck.adapter.allure;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.capture.Message;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.verdict.View;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the plugin told the partner in an attempt, decoded as the judge does, as JSON. */
final class DecodedMessages {
  private static final int MOST = 500;

  /** Deeper than any message that could be decoded. */
  private static final int DEPTH = 5_000;

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
              .build());

  private DecodedMessages() {}

  /**
   * UTF-8: {@code messages}, each with its type, its exchange's number in the HAR, counted from 1,
   * and its content; and how many {@code more} the HAR has.
   */
  static byte[] of(Evidence evidence) {
    List<Message> messages = View.of(evidence).messages();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode told = json.putArray("messages");
    messages.stream().limit(MOST).map(DecodedMessages::message).forEach(told::add);
    json.put("more", Math.max(0, messages.size() - MOST));
    return Inert.json(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode message(Message message) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", message.type());
    json.put("exchange", message.exchange() + 1);
    json.put("at", message.at().toString());
    json.set("content", withoutRequest(message.content()));
    return json;
  }

  /** The request stands in the HAR. */
  private static JsonNode withoutRequest(JsonNode content) {
    return content instanceof ObjectNode object ? object.deepCopy().without("$request") : content;
  }
}
