package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A window of its own, of a user of its own, who reaches the network through one recording. What is
 * asked of it is answered in futures: fails with {@link BidiError}, {@link ScriptThrew} or {@link
 * dev.crosscheck.device.DeviceLost}.
 */
final class Tab {
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final BidiConnection bidi;
  private final String user;
  private final String context;

  private Tab(BidiConnection bidi, String user, String context) {
    this.bidi = bidi;
    this.user = user;
    this.context = context;
  }

  static Tab open(BidiConnection bidi, ProxyAddress via, Deadline by) {
    String user =
        Patience.await("a new user", bidi.send("browser.createUserContext", user(via)), by)
            .path("userContext")
            .asString();
    ObjectNode window = Json.object().put("type", "window").put("userContext", user);
    String context =
        Patience.await("a new window", bidi.send("browsingContext.create", window), by)
            .path("context")
            .asString();
    return new Tab(bidi, user, context);
  }

  /** The user's id, which events carry. */
  String user() {
    return user;
  }

  /** The id of the window's own browsing context. */
  String context() {
    return context;
  }

  /** Completes once the document has been read; scripts in it have run by then. */
  CompletableFuture<JsonNode> navigate(String url) {
    return send("browsingContext.navigate", here().put("url", url).put("wait", "interactive"));
  }

  /** Completes once the page has been left, and has been told so. */
  CompletableFuture<JsonNode> leave() {
    return send(
        "browsingContext.navigate", here().put("url", "about:blank").put("wait", "complete"));
  }

  CompletableFuture<JsonNode> reload() {
    return send("browsingContext.reload", here().put("wait", "interactive"));
  }

  /** Calls a function in the page; completes with the value that its promise resolves to. */
  CompletableFuture<JsonNode> call(String function, String... arguments) {
    return callIn(context, function, arguments);
  }

  /** The same in one of its frames. */
  CompletableFuture<JsonNode> callIn(String frame, String function, String... arguments) {
    ObjectNode params =
        Json.object().put("functionDeclaration", function).put("awaitPromise", true);
    params.putObject("target").put("context", frame);
    params.putObject("serializationOptions").put("maxDomDepth", 0);
    var values = params.putArray("arguments");
    for (String argument : arguments) {
      values.addObject().put("type", "string").put("value", argument);
    }
    return send("script.callFunction", params).thenApply(Tab::value);
  }

  /** Any command that is about this window or its user. */
  CompletableFuture<JsonNode> send(String method, ObjectNode params) {
    return bidi.send(method, params);
  }

  ObjectNode here() {
    return Json.object().put("context", context);
  }

  /** Ends the window and its user, whatever runs in it; never fails. */
  void close() {
    CompletableFuture<JsonNode> closed =
        bidi.send("browser.removeUserContext", Json.object().put("userContext", user));
    closed
        .handle((done, failure) -> true)
        .completeOnTimeout(false, CLOSING.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  private static JsonNode value(JsonNode result) {
    if (result.path("type").asString("").equals("exception")) {
      throw new ScriptThrew(result.path("exceptionDetails").path("text").asString("an error"));
    }
    return result.path("result");
  }

  private static ObjectNode user(ProxyAddress via) {
    ObjectNode params = Json.object();
    params
        .putObject("proxy")
        .put("proxyType", "manual")
        .put("httpProxy", via.toString())
        .put("sslProxy", via.toString())
        // Loopback addresses too go through it: nothing goes round the recording.
        .set("noProxy", Json.array("<-loopback>"));
    params
        .putObject("unhandledPromptBehavior")
        .put("default", "dismiss")
        .put("beforeUnload", "accept");
    return params;
  }
}
