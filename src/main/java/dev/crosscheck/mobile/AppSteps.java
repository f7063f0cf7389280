package dev.crosscheck.mobile;

import dev.crosscheck.device.CallJson;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.MiddlewareJson;
import dev.crosscheck.scenario.Step;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the host app is told, as links that it takes ({@code harness/android/app}). */
public final class AppSteps {
  private AppSteps() {}

  static String start(Deployment.MobileApp app) {
    ObjectNode json =
        object()
            .put("sdk", app.sdk().word())
            .put("writeKey", app.writeKey())
            .put("plugin", app.plugin())
            .put("gate", app.gate().name().toLowerCase(Locale.ROOT));
    if (app.gate() != Deployment.MobileApp.Gate.NONE) {
      json.put("factory", app.code().factory());
    }
    app.integrations().ifPresent(integrations -> json.set("integrations", integrations));
    if (!app.middleware().isEmpty()) {
      json.set("middleware", MiddlewareJson.of(app.middleware()));
    }
    return link("start", json);
  }

  /** Has the app ask an https address, before any SDK is started. */
  public static String probe(String url) {
    return link("probe", object().put("url", url));
  }

  static String call(int number, Step.Call step) {
    return link("step", CallJson.of(number, step));
  }

  /** Push messages are events of the Spec that the app tracks. */
  static String push(int number, Step.Push push) {
    return link("step", pushJson(number, push));
  }

  /** The same, in JSON. */
  static ObjectNode pushJson(int number, Step.Push push) {
    return switch (push.moment()) {
      case TOKEN -> CallJson.of(number, "push token").put("token", push.token());
      case RECEIVED -> track(number, "Push Notification Received", push.payload());
      case OPENED -> track(number, "Push Notification Tapped", push.payload());
    };
  }

  static String opt(int number, Step.Opt opt) {
    return link("step", CallJson.of(number, "opt").put("in", opt.in()));
  }

  static String plain(int number, String call) {
    return link("step", CallJson.of(number, call));
  }

  private static ObjectNode track(int number, String event, ObjectNode payload) {
    return CallJson.of(number, "track").put("event", event).set("payload", payload);
  }

  private static String link(String what, ObjectNode json) {
    String text = URLEncoder.encode(json.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    return "crosscheck://" + what + "?json=" + text;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
