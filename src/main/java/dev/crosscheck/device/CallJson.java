package dev.crosscheck.device;

import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Step;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls as the agents on the host page and in the host app take them. */
public final class CallJson {
  private CallJson() {}

  /** A step that has nothing but its name, such as {@code reset}. */
  public static ObjectNode of(int number, String name) {
    return JsonNodeFactory.instance.objectNode().put("number", number).put("call", name);
  }

  /** {@code {"Advertising": true, …}}. */
  public static ObjectNode categories(Map<String, Boolean> said) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    said.forEach(json::put);
    return json;
  }

  /**
   * {@code {"number": 0, "call": "track", "payload": {…}, "options": {…}, "event": …}}.
   *
   * @param number the step's number in the session
   */
  public static ObjectNode of(int number, Step.Call step) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", number)
            .put("call", step.call().word())
            .set("payload", step.payload());
    json.set("options", options(step.options()));
    if (step instanceof Step.Identify identify) {
      put(json, "userId", identify.userId());
    } else if (step instanceof Step.Track track) {
      json.put("event", track.event());
    } else if (step instanceof Step.Page page) {
      put(json, "category", page.category());
      put(json, "name", page.name());
    } else if (step instanceof Step.Screen screen) {
      put(json, "category", screen.category());
      put(json, "name", screen.name());
    } else if (step instanceof Step.Group group) {
      json.put("groupId", group.groupId());
    } else if (step instanceof Step.Alias alias) {
      json.put("userId", alias.userId());
      put(json, "previousId", alias.previousId());
    }
    return json;
  }

  private static ObjectNode options(CallOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    options.context().ifPresent(context -> json.set("context", context));
    options.integrations().ifPresent(integrations -> json.set("integrations", integrations));
    put(json, "timestamp", options.timestamp());
    return json;
  }

  private static void put(ObjectNode json, String field, Optional<String> value) {
    value.ifPresent(present -> json.put(field, present));
  }
}
