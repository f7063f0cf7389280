package dev.crosscheck.match;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The types of a JSON value. */
public enum JsonType {
  STRING,
  NUMBER,
  BOOLEAN,
  OBJECT,
  ARRAY,
  NULL;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for a value that is not there. */
  public static Optional<JsonType> of(JsonNode value) {
    return Optional.ofNullable(
        switch (value.getNodeType()) {
          case STRING -> STRING;
          case NUMBER -> NUMBER;
          case BOOLEAN -> BOOLEAN;
          case OBJECT -> OBJECT;
          case ARRAY -> ARRAY;
          case NULL -> NULL;
          default -> null;
        });
  }
}
