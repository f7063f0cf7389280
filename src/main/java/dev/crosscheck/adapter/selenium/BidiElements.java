package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import dev.crosscheck.scenario.Locator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Elements by WebDriver BiDi. */
final class BidiElements implements Elements {
  private record Found(String frame, String element) {}

  private static final String LISTEN =
      """
      (element, event, times) => {
        let left = Number(times);
        globalThis.heard = new Promise(resolve => {
          const hear = () => {
            if (--left <= 0) {
              element.removeEventListener(event, hear, true);
              resolve('');
            }
          };
          element.addEventListener(event, hear, true);
        });
      }""";

  private static final String HEARD =
      """
      (element, event) => Promise.race([
        globalThis.heard,
        new Promise((resolve, reject) => setTimeout(
          () => reject(new Error(`no ${event} reached the element`)), 5000))
      ])""";

  private final BidiTab tab;
  private final Pointer pointer;

  BidiElements(BidiTab tab, Pointer pointer) {
    this.tab = tab;
    this.pointer = pointer;
  }

  @Override
  public CompletableFuture<JsonNode> click(Locator locator) {
    return find(locator).thenCompose(this::click);
  }

  @Override
  public CompletableFuture<JsonNode> type(Locator locator, String text) {
    int keys = (int) text.codePoints().count();
    return find(locator)
        .thenCompose(
            found ->
                click(found)
                    .thenCompose(
                        clicked ->
                            heard(found, "keydown", keys, () -> act(found.frame(), keys(text)))));
  }

  @Override
  public CompletableFuture<Observation.Element> observe(Locator locator) {
    return DocumentGone.again(() -> seen(locator));
  }

  private CompletableFuture<Observation.Element> seen(Locator locator) {
    CompletableFuture<JsonNode> seen =
        locator.frame().isEmpty()
            ? look(tab.context(), locator)
            : tab.value(
                    "name => {"
                        + ElementScripts.VISIBLE
                        + ElementScripts.FRAME
                        + "const f = frame(name);"
                        + "return f && visible(f) ? f.contentWindow : null; }",
                    locator.frame().get())
                .thenCompose(
                    found ->
                        found.path("type").asString("").equals("window")
                            ? look(found.path("value").path("context").asString(), locator)
                            : CompletableFuture.completedFuture(Json.read("[false, false, \"\"]")));
    return seen.thenApply(
        three ->
            new Observation.Element(
                locator,
                three.path(0).asBoolean(false),
                three.path(1).asBoolean(false),
                three.path(2).asString("")));
  }

  /** The element once it is there and visible. */
  private CompletableFuture<Found> find(Locator locator) {
    return DocumentGone.again(
        () ->
            frame(locator)
                .thenCompose(
                    frame ->
                        visible(frame, locator).thenApply(element -> new Found(frame, element))));
  }

  private CompletableFuture<JsonNode> look(String frame, Locator locator) {
    return tab.valueIn(
            frame,
            "css => {"
                + ElementScripts.VISIBLE
                + "const e = document.querySelector(css);"
                + "return JSON.stringify(e ? [true, visible(e), e.innerText || ''] : [false, false,"
                + " '']); }",
            locator.css())
        .thenApply(value -> Json.read(value.path("value").asString("[]")));
  }

  private CompletableFuture<String> frame(Locator locator) {
    return locator
        .frame()
        .map(
            name ->
                tab.value(
                        "async name => {"
                            + ElementScripts.FRAME
                            + ElementScripts.WAIT
                            + "return (await until(() => frame(name))).contentWindow; }",
                        name)
                    .thenApply(window -> window.path("value").path("context").asString("")))
        .orElseGet(() -> CompletableFuture.completedFuture(tab.context()));
  }

  private CompletableFuture<String> visible(String frame, Locator locator) {
    return tab.valueIn(
            frame,
            "async css => {"
                + ElementScripts.VISIBLE
                + ElementScripts.WAIT
                + "const e = await until(() => [...document.querySelectorAll(css)].find(visible));"
                + "e.scrollIntoView({block: 'center', behavior: 'instant'}); return e; }",
            locator.css())
        .thenApply(node -> node.path("sharedId").asString(""));
  }

  private CompletableFuture<JsonNode> click(Found found) {
    return heard(found, "click", 1, () -> press(found.frame(), found.element()));
  }

  /**
   * Acts, and completes once the element has heard of it so many times. On a busy machine a browser
   * may lose what is done in a frame of another site that was opened just then; what lies over an
   * element takes what is meant for it.
   */
  private CompletableFuture<JsonNode> heard(
      Found found, String event, int times, Supplier<CompletableFuture<JsonNode>> act) {
    return tab.inOwnWorld(found.frame(), LISTEN, found.element(), event, String.valueOf(times))
        .thenCompose(listening -> act.get())
        .thenCompose(
            done ->
                tab.inOwnWorld(found.frame(), HEARD, found.element(), event)
                    .exceptionally(BidiElements::unlessGone));
  }

  /** A document that is gone has heard of it. */
  private static JsonNode unlessGone(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof ScriptThrew threw) {
      throw threw;
    }
    return Json.object();
  }

  private CompletableFuture<JsonNode> press(String frame, String element) {
    ObjectNode hand = Json.object().put("type", "pointer").put("id", pointer.type());
    hand.putObject("parameters").put("pointerType", pointer.type());
    ArrayNode moves = hand.putArray("actions");
    ObjectNode move = moves.addObject().put("type", "pointerMove").put("x", 0).put("y", 0);
    move.putObject("origin").put("type", "element").putObject("element").put("sharedId", element);
    moves.addObject().put("type", "pointerDown").put("button", 0);
    moves.addObject().put("type", "pointerUp").put("button", 0);
    return act(frame, hand);
  }

  /** Presses keys one after the other: an input source of WebDriver's actions. */
  static ObjectNode keys(String text) {
    ObjectNode keyboard = Json.object().put("type", "key").put("id", "keyboard");
    ArrayNode presses = keyboard.putArray("actions");
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            key -> {
              presses.addObject().put("type", "keyDown").put("value", key);
              presses.addObject().put("type", "keyUp").put("value", key);
            });
    return keyboard;
  }

  private CompletableFuture<JsonNode> act(String frame, ObjectNode source) {
    ObjectNode params = Json.object().put("context", frame);
    params.putArray("actions").add(source);
    return tab.send("input.performActions", params);
  }
}
