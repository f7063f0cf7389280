package dev.crosscheck.adapter.appium;

import dev.crosscheck.device.AppiumSpec;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A push message as Apple's systems take it: beside the step's own fields what the system reads,
 * {@code aps}, and what the host app reads, {@code crosscheck}.
 */
final class PushMessage {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private PushMessage() {}

  /**
   * Whether the driver can deliver one: to no iPhone, and what a farm's simulators do is its own.
   */
  static boolean reaches(AppiumSpec spec) {
    return spec.isLocal() && spec.target() instanceof AppiumSpec.Simulator;
  }

  /**
   * {@code {"title": …, "aps": {"alert": {"title": …, "body": …}, "content-available": 1},
   * "crosscheck": "{…}"}}. As an alert, and as one with content, an app that is in front hears of
   * it in two ways; each is enough. An {@code aps} among the fields is kept, and filled up.
   *
   * @param step for the app; a text, since the system keeps those as they are
   */
  static Map<String, Object> of(ObjectNode fields, String step) {
    ObjectNode message = fields.deepCopy();
    ObjectNode aps = message.path("aps") instanceof ObjectNode own ? own : message.putObject("aps");
    if (!aps.has("alert")) {
      aps.putObject("alert")
          .put("title", fields.path("title").asString("Crosscheck"))
          .put("body", fields.path("body").asString("a push message"));
    }
    aps.put("content-available", 1);
    message.put("crosscheck", step);
    return JsonMapper.shared().convertValue(message, MAP);
  }
}
