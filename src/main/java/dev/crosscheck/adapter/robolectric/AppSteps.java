package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the host app is told, as links that it takes ({@code harness/android/app}). */
final class AppSteps {
  private AppSteps() {}

  static String start(Deployment.AndroidApp app) {
    ObjectNode json =
        object()
            .put("sdk", app.sdk().word())
            .put("writeKey", app.writeKey())
            .put("plugin", app.plugin())
            .put("gate", app.gate().name().toLowerCase(java.util.Locale.ROOT));
    if (app.gate() != Deployment.AndroidApp.Gate.NONE) {
      json.put("factory", app.code().factory());
    }
    app.integrations().ifPresent(integrations -> json.set("integrations", integrations));
    return link("start", json);
  }

  static String call(int number, Step.Call step) {
    ObjectNode json =
        object()
            .put("number", number)
            .put("call", step.call().word())
            .set("payload", step.payload());
    json.set("options", options(step.options()));
    if (step instanceof Step.Identify identify) {
      put(json, "userId", identify.userId());
    } else if (step instanceof Step.Track track) {
      json.put("event", track.event());
    } else if (step instanceof Step.Screen screen) {
      put(json, "category", screen.category());
      put(json, "name", screen.name());
    } else if (step instanceof Step.Group group) {
      json.put("groupId", group.groupId());
    } else if (step instanceof Step.Alias alias) {
      json.put("userId", alias.userId());
    }
    return link("step", json);
  }

  /** Push messages are events of the Spec that the app tracks. */
  static String push(int number, Step.Push push) {
    return switch (push.moment()) {
      case TOKEN -> link("step", step(number, "push token").put("token", push.token()));
      case RECEIVED -> track(number, "Push Notification Received", push.payload());
      case OPENED -> track(number, "Push Notification Tapped", push.payload());
    };
  }

  static String opt(int number, Step.Opt opt) {
    return link("step", step(number, "opt").put("in", opt.in()));
  }

  static String plain(int number, String call) {
    return link("step", step(number, call));
  }

  private static String track(int number, String event, ObjectNode payload) {
    ObjectNode json = step(number, "track").put("event", event).set("payload", payload);
    return link("step", json);
  }

  private static ObjectNode step(int number, String call) {
    return object().put("number", number).put("call", call);
  }

  private static ObjectNode options(CallOptions options) {
    ObjectNode json = object();
    options.context().ifPresent(context -> json.set("context", context));
    options.integrations().ifPresent(integrations -> json.set("integrations", integrations));
    return json;
  }

  private static String link(String what, ObjectNode json) {
    String text = URLEncoder.encode(json.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    return "crosscheck://" + what + "?json=" + text;
  }

  private static void put(ObjectNode json, String field, Optional<String> value) {
    value.ifPresent(present -> json.put(field, present));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
