package dev.crosscheck.scenario;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What may go with any Spec call.
 *
 * @param timestamp ISO 8601, as written
 */
public record CallOptions(
    Optional<ObjectNode> context, Optional<ObjectNode> integrations, Optional<String> timestamp) {
  public static final CallOptions NONE =
      new CallOptions(Optional.empty(), Optional.empty(), Optional.empty());
}
