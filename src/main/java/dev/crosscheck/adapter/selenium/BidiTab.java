package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Observation;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A window by WebDriver BiDi: a user context with its own proxy. */
final class BidiTab implements Tab {
  private static final String OWN_WORLD = "crosscheck";
  private static final Duration CLOSING = Duration.ofSeconds(10);

  /** No page takes so long to be left, unless something on it does not end. */
  private static final Duration LEAVING = Duration.ofSeconds(4);

  private static final Duration HANGING = Duration.ofSeconds(2);

  private final BidiConnection bidi;
  private final Consoles consoles;
  private final Windows windows;
  private final ConsoleLog console;
  private final Elements elements;
  private final String user;
  private final String context;

  private BidiTab(
      BidiConnection bidi,
      Consoles consoles,
      Windows windows,
      String user,
      String context,
      Pointer pointer) {
    this.bidi = bidi;
    this.consoles = consoles;
    this.windows = windows;
    this.user = user;
    this.context = context;
    this.elements = new BidiElements(this, pointer);
    this.console = consoles.of(this);
  }

  /**
   * @param phone what the window is to look like, if not a desktop's
   */
  static BidiTab open(
      BidiBrowser browser, ProxyAddress via, Optional<PhoneEmulation> phone, Deadline by) {
    BidiConnection bidi = browser.bidi();
    ObjectNode wanted = user(via, browser.unproxied());
    String user =
        Patience.await("a new user", bidi.send("browser.createUserContext", wanted), by)
            .path("userContext")
            .asString();
    phone.ifPresent(emulation -> emulation.apply(bidi, user, by));
    String context = browser.windows().open(bidi, user, by);
    phone.ifPresent(emulation -> emulation.applyToWindow(bidi, context, by));
    Pointer pointer = phone.isPresent() ? Pointer.TOUCH : Pointer.MOUSE;
    return new BidiTab(bidi, browser.consoles(), browser.windows(), user, context, pointer);
  }

  /** The user's id, which events carry. */
  String user() {
    return user;
  }

  /** The id of the window's own browsing context. */
  String context() {
    return context;
  }

  @Override
  public CompletableFuture<JsonNode> navigate(String url) {
    return send("browsingContext.navigate", here().put("url", url).put("wait", "interactive"));
  }

  /**
   * A page whose script does not end cannot be told that it is being left; in Gecko it cannot be
   * left for another page either. A user closes its window, then.
   */
  @Override
  public CompletableFuture<?> leave() {
    CompletableFuture<Boolean> left =
        send("browsingContext.navigate", here().put("url", "about:blank").put("wait", "complete"))
            .thenApply(done -> true);
    CompletableFuture<Boolean> closed =
        later(LEAVING)
            .thenCompose(now -> left.isDone() ? left : hangs())
            .thenCompose(
                hangs ->
                    left.isDone() || !hangs
                        ? left
                        : send("browsingContext.close", here()).thenApply(done -> true));
    return CompletableFuture.anyOf(left, closed);
  }

  /** Whether the page does not say a word. */
  private CompletableFuture<Boolean> hangs() {
    return call("() => ''")
        .handle((said, failure) -> false)
        .completeOnTimeout(true, HANGING.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static CompletableFuture<Boolean> later(Duration delay) {
    return new CompletableFuture<Boolean>()
        .completeOnTimeout(true, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public CompletableFuture<JsonNode> reload() {
    return send("browsingContext.reload", here().put("wait", "interactive"));
  }

  @Override
  public CompletableFuture<String> call(String function, String... arguments) {
    return value(function, arguments).thenApply(value -> value.path("value").asString(""));
  }

  /** The same, completed with WebDriver BiDi's own value, which may be a window or an element. */
  CompletableFuture<JsonNode> value(String function, String... arguments) {
    return valueIn(context, function, arguments);
  }

  /** The same in one of its frames. */
  CompletableFuture<JsonNode> valueIn(String frame, String function, String... arguments) {
    ObjectNode params =
        Json.object().put("functionDeclaration", function).put("awaitPromise", true);
    params.putObject("target").put("context", frame);
    params.putObject("serializationOptions").put("maxDomDepth", 0);
    var values = params.putArray("arguments");
    for (String argument : arguments) {
      values.addObject().put("type", "string").put("value", argument);
    }
    return send("script.callFunction", params).thenApply(BidiTab::value);
  }

  /** The same on an element, in a world of its own: the page finds nothing of it. */
  CompletableFuture<JsonNode> inOwnWorld(
      String frame, String function, String element, String... arguments) {
    ObjectNode params =
        Json.object().put("functionDeclaration", function).put("awaitPromise", true);
    params.putObject("target").put("context", frame).put("sandbox", OWN_WORLD);
    var values = params.putArray("arguments");
    values.addObject().put("sharedId", element);
    for (String argument : arguments) {
      values.addObject().put("type", "string").put("value", argument);
    }
    return send("script.callFunction", params).thenApply(BidiTab::value);
  }

  @Override
  public Elements elements() {
    return elements;
  }

  /** Minimises the window, or shows it again: the page is really hidden, nothing is pretended. */
  @Override
  public CompletableFuture<JsonNode> show(boolean visible) {
    ObjectNode tree = Json.object().put("root", context).put("maxDepth", 0);
    return send("browsingContext.getTree", tree)
        .thenCompose(
            found -> {
              JsonNode window = found.path("contexts").path(0).path("clientWindow");
              return send(
                  "browser.setClientWindowState",
                  Json.object()
                      .put("clientWindow", window.asString(""))
                      .put("state", visible ? "normal" : "minimized"));
            });
  }

  /**
   * While offline, the browser itself refuses what the page asks for, so that most tries never
   * reach the recording. Chromium forgets CORS preflights there: the recording has to refuse those,
   * and be told so first.
   */
  @Override
  public CompletableFuture<Boolean> online(boolean online) {
    ObjectNode params = Json.object().set("userContexts", Json.array(user));
    if (online) {
      params.putNull("networkConditions");
    } else {
      params.putObject("networkConditions").put("type", "offline");
    }
    return send("emulation.setNetworkConditions", params).thenApply(done -> true);
  }

  @Override
  public CompletableFuture<Observation.Cookies> cookies() {
    ObjectNode params = Json.object();
    params.putObject("partition").put("type", "storageKey").put("userContext", user);
    return send("storage.getCookies", params).thenApply(CookieList::of);
  }

  @Override
  public CompletableFuture<Observation.Screenshot> screenshot() {
    return send("browsingContext.captureScreenshot", here())
        .thenApply(shot -> Base64.getDecoder().decode(shot.path("data").asString("")))
        .thenApply(png -> new Observation.Screenshot(Body.of(png)));
  }

  @Override
  public CompletableFuture<List<Observation.Line>> console() {
    return CompletableFuture.completedFuture(console.lines());
  }

  @Override
  public boolean isAlive() {
    return bidi.isOpen();
  }

  /** Any command that is about this window or its user. */
  CompletableFuture<JsonNode> send(String method, ObjectNode params) {
    return bidi.send(method, params);
  }

  private ObjectNode here() {
    return Json.object().put("context", context);
  }

  @Override
  public void close() {
    CompletableFuture<JsonNode> closed =
        bidi.send("browser.removeUserContext", Json.object().put("userContext", user));
    closed
        .handle((done, failure) -> true)
        .completeOnTimeout(false, CLOSING.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    windows.closed(context);
    consoles.forget(this);
  }

  private static JsonNode value(JsonNode result) {
    if (result.path("type").asString("").equals("exception")) {
      throw new ScriptThrew(result.path("exceptionDetails").path("text").asString("an error"));
    }
    return result.path("result");
  }

  private static ObjectNode user(ProxyAddress via, ArrayNode unproxied) {
    ObjectNode params = Json.object();
    params
        .putObject("proxy")
        .put("proxyType", "manual")
        .put("httpProxy", via.toString())
        .put("sslProxy", via.toString())
        .set("noProxy", unproxied);
    params
        .putObject("unhandledPromptBehavior")
        .put("default", "dismiss")
        .put("beforeUnload", "accept");
    return params;
  }
}
