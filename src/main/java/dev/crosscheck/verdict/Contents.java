package dev.crosscheck.verdict;

import dev.crosscheck.capture.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a message itself says, without the request that brought it. */
final class Contents {
  private Contents() {}

  static JsonNode own(Message message) {
    if (message.content() instanceof ObjectNode content) {
      ObjectNode own = content.deepCopy();
      own.remove("$request");
      return own;
    }
    return message.content();
  }
}
