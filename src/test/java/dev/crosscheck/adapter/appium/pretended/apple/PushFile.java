package dev.crosscheck.adapter.appium.pretended.apple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A push message as {@code simctl push} takes it ({@code xcrun simctl help push}). */
final class PushFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In bytes. */
  private static final int LONGEST = 4096;

  private PushFile() {}

  /** Empty where it is none: no object, without {@code aps}, or too long. */
  static Optional<ObjectNode> read(Path file) {
    try {
      return Files.size(file) <= LONGEST
              && JSON.readTree(Files.readString(file)) instanceof ObjectNode read
              && read.path("aps").isObject()
          ? Optional.of(read)
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }
}
