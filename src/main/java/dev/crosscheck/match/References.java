package dev.crosscheck.match;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks up what a pattern refers to. */
@FunctionalInterface
public interface References {
  /** Empty where there is no such message or no such field. */
  Optional<JsonNode> resolve(Pattern.Reference reference);
}
