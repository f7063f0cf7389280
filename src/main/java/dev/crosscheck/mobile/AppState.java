package dev.crosscheck.mobile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the host app shows of itself, and whether it still runs. */
record AppState(JsonNode shown, Optional<String> crash) {
  static final AppState NOTHING =
      new AppState(JsonNodeFactory.instance.objectNode(), Optional.empty());

  private static final JsonMapper JSON = JsonMapper.builder().build();

  AppState showing(String text) {
    try {
      return new AppState(JSON.readTree(text), crash);
    } catch (JacksonException e) {
      return this; // a text that is no state is none of ours
    }
  }

  AppState crashed(String trace) {
    return new AppState(shown, crash.isPresent() ? crash : Optional.of(trace));
  }

  boolean isReady() {
    return shown.path("ready").asBoolean(false);
  }

  /** Why the plugin will never be up; empty while it may. */
  Optional<String> failure() {
    return Optional.of(shown.path("failure").asString("")).filter(why -> !why.isEmpty());
  }

  /** The version of the SDK that runs in it; empty while it does not tell. */
  String sdkVersion() {
    return shown.path("sdkVersion").asString("");
  }

  /** Whether the app has done this step, or one after it; the SDK may still hold a call back. */
  boolean hasMade(int number) {
    return shown.path("made").asInt(-1) >= number;
  }

  /** The acknowledgement of a step; empty until the SDK has taken it. */
  Optional<JsonNode> taken(int number) {
    for (JsonNode ack : shown.path("taken")) {
      if (ack.path("number").asInt(-1) == number) {
        return Optional.of(ack);
      }
    }
    return Optional.empty();
  }

  List<String> errors() {
    List<String> errors = new ArrayList<>();
    shown.path("errors").forEach(error -> errors.add(error.asString("")));
    return errors;
  }
}
