package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.Observation;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The one window of a session by classic WebDriver, in a browser of its own. */
final class ClassicTab implements Tab {
  private static final Executor SOON = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);

  private static final long ASKING_MS = 3_000;
  private static final long STILL_THERE_MS = 2_000;

  /** A frame may be the current one while an element in it is looked for. */
  private static final String IN_A_FRAME = "in a frame";

  private static final String DOCUMENT =
      "return [performance.timeOrigin, document.readyState, location.href];";

  private final ClassicConnection connection;
  private final Optional<ObjectNode> window;
  private final boolean isAsked;
  private final Runnable end;
  private final Elements elements = new ClassicElements(this);
  private final AgentConsole console = new AgentConsole();
  private CompletableFuture<?> turn = CompletableFuture.completedFuture(null);

  /**
   * @param window its place and size when it is shown; empty where it always is
   * @param isAsked whether it is asked if it is still there, and not its driver's process alone
   * @param end ends the driver and the browser; never fails
   */
  ClassicTab(
      ClassicConnection connection, Optional<ObjectNode> window, boolean isAsked, Runnable end) {
    this.connection = connection;
    this.window = window;
    this.isAsked = isAsked;
    this.end = end;
  }

  @Override
  public CompletableFuture<JsonNode> navigate(String url) {
    return anew("/url", Json.object().put("url", url));
  }

  /** A page that hangs lets nobody navigate, so its browser is ended, as its user would. */
  @Override
  public CompletableFuture<JsonNode> leave() {
    return console()
        .handle((lines, failure) -> true)
        .completeOnTimeout(false, ASKING_MS, TimeUnit.MILLISECONDS)
        .thenCompose(
            answers -> {
              if (answers) {
                return connection
                    .post("/url", Json.object().put("url", "about:blank"))
                    .thenCompose(sent -> until(ClassicTab::isBlank));
              }
              return CompletableFuture.runAsync(this::close).thenApply(closed -> Json.object());
            });
  }

  @Override
  public CompletableFuture<JsonNode> reload() {
    return anew("/refresh", Json.object());
  }

  @Override
  public CompletableFuture<String> call(String function, String... arguments) {
    ObjectNode script =
        Json.object()
            .put(
                "script",
                """
                const done = arguments[arguments.length - 1];
                const given = [...arguments].slice(0, -1);
                if (window !== window.top) {
                  done(['%s']);
                } else {
                  Promise.resolve().then(() => (%s)(...given)).then(
                    value => done(['done', typeof value === 'string' ? value : '']),
                    thrown => done(['thrown', String(thrown)]));
                }"""
                    .formatted(IN_A_FRAME, function))
            .set("args", Json.array(arguments));
    return connection
        .post("/execute/async", script)
        .thenCompose(
            answer -> {
              String text = answer.path(1).asString("");
              return switch (answer.path(0).asString("")) {
                case "done" -> CompletableFuture.completedFuture(text);
                case IN_A_FRAME -> soon(() -> call(function, arguments));
                default -> CompletableFuture.failedFuture(new ScriptThrew(text));
              };
            });
  }

  @Override
  public CompletableFuture<String> read(String function) {
    return DocumentGone.again(() -> call(function).orTimeout(ASKING_MS, TimeUnit.MILLISECONDS));
  }

  @Override
  public Elements elements() {
    return elements;
  }

  /** Minimises the window, or shows it again: the page is really hidden, nothing is pretended. */
  @Override
  public CompletableFuture<JsonNode> show(boolean visible) {
    ObjectNode shown =
        window.orElseThrow(
            () -> new IllegalArgumentException("a browser without a window hides none"));
    return visible
        ? connection.post("/window/rect", shown)
        : connection.post("/window/minimize", Json.object());
  }

  /** Nothing tells WebKit that there is no network. */
  @Override
  public CompletableFuture<Boolean> online(boolean online) {
    return CompletableFuture.completedFuture(false);
  }

  /** Those of the page's own site: classic WebDriver shows no others. */
  @Override
  public CompletableFuture<Observation.Cookies> cookies() {
    return connection.get("/cookie").thenApply(CookieList::ofClassic);
  }

  @Override
  public CompletableFuture<Observation.Screenshot> screenshot() {
    return alone(() -> connection.get("/screenshot"))
        .thenApply(shot -> Base64.getDecoder().decode(shot.asString("")))
        .thenApply(png -> new Observation.Screenshot(Body.of(png)));
  }

  @Override
  public CompletableFuture<List<Observation.Line>> console() {
    return read(console.question()).thenApply(console::add);
  }

  @Override
  public boolean isAlive() {
    return connection.isOpen() && (!isAsked || answers());
  }

  private boolean answers() {
    return connection
        .get("/window")
        .handle((window, failure) -> failure == null)
        .completeOnTimeout(false, STILL_THERE_MS, TimeUnit.MILLISECONDS)
        .join();
  }

  @Override
  public void close() {
    connection.end("it was closed");
    end.run();
  }

  /** The same for a script that only looks: it is answered soon, or its document has gone. */
  CompletableFuture<JsonNode> look(String script, String... arguments) {
    return run(script, arguments).orTimeout(ASKING_MS, TimeUnit.MILLISECONDS);
  }

  /**
   * Runs a script at once in the current frame.
   *
   * @return its value as WebDriver has it, which may be an element
   */
  CompletableFuture<JsonNode> run(String script, String... arguments) {
    return connection.post(
        "/execute/sync", Json.object().put("script", script).set("args", Json.array(arguments)));
  }

  CompletableFuture<JsonNode> post(String path, ObjectNode body) {
    return connection.post(path, body);
  }

  /** Does what depends on the current frame, when nothing else of that kind is under way. */
  synchronized <T> CompletableFuture<T> alone(Supplier<CompletableFuture<T>> action) {
    CompletableFuture<T> result =
        turn.handle((last, failure) -> true).thenCompose(free -> action.get());
    turn = result;
    return result;
  }

  /** Does it a little later. */
  static <T> CompletableFuture<T> soon(Supplier<CompletableFuture<T>> action) {
    return CompletableFuture.supplyAsync(action, SOON).thenCompose(begun -> begun);
  }

  /** Gathers what is on the console, has another document loaded, and waits for it. */
  private CompletableFuture<JsonNode> anew(String path, ObjectNode body) {
    return console()
        .handle((lines, failure) -> true)
        .thenCompose(asked -> run(DOCUMENT))
        .thenCompose(
            before ->
                connection
                    .post(path, body)
                    .thenCompose(
                        sent -> until(now -> isPage(now) && !now.path(0).equals(before.path(0)))));
  }

  /**
   * Asks again where nobody answers: WPE forgets a script that was under way as a document went.
   */
  private CompletableFuture<JsonNode> until(Predicate<JsonNode> there) {
    return run(DOCUMENT)
        .completeOnTimeout(Json.object(), ASKING_MS, TimeUnit.MILLISECONDS)
        .exceptionally(ClassicTab::betweenDocuments)
        .thenCompose(
            now ->
                there.test(now)
                    ? CompletableFuture.completedFuture(now)
                    : soon(() -> until(there)));
  }

  private static boolean isRead(JsonNode document) {
    return document.path(1).isString() && !document.path(1).asString().equals("loading");
  }

  /** A browser that has just begun may exchange its empty document for another one. */
  private static boolean isPage(JsonNode document) {
    return isRead(document) && !isBlank(document);
  }

  private static boolean isBlank(JsonNode document) {
    return isRead(document) && document.path(2).asString("").equals("about:blank");
  }

  /** A script that hits the moment of change is refused; any other failure stays one. */
  private static JsonNode betweenDocuments(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    if (cause instanceof WebDriverError || cause instanceof ScriptThrew) {
      return Json.object();
    }
    throw cause instanceof RuntimeException lost ? lost : new IllegalStateException(cause);
  }
}
