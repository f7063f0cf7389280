package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.Observation;
import dev.crosscheck.scenario.Locator;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Elements by classic WebDriver, which looks into a frame only where that is the current one. */
final class ClassicElements implements Elements {
  /** What WebDriver calls the one field of an element. */
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

  private static final String FIND =
      ElementScripts.VISIBLE
          + "const e = [...document.querySelectorAll(arguments[0])].find(visible);"
          + "if (e) e.scrollIntoView({block: 'center', behavior: 'instant'});"
          + "return e || null;";

  private static final String LOOK =
      ElementScripts.VISIBLE
          + "const e = document.querySelector(arguments[0]);"
          + "return e ? [true, visible(e), e.innerText || ''] : [false, false, ''];";

  private static final CompletableFuture<Boolean> NOT_FOUND =
      CompletableFuture.completedFuture(false);

  private static final JsonNode NOTHING = Json.read("[false, false, \"\"]");

  private final ClassicTab tab;

  ClassicElements(ClassicTab tab) {
    this.tab = tab;
  }

  @Override
  public CompletableFuture<Boolean> click(Locator locator) {
    return once(locator, this::click);
  }

  @Override
  public CompletableFuture<Boolean> type(Locator locator, String text) {
    ObjectNode keys = Json.object().put("text", text);
    return once(
        locator, e -> click(e).thenCompose(clicked -> tab.post("/element/" + e + "/value", keys)));
  }

  @Override
  public CompletableFuture<Observation.Element> observe(Locator locator) {
    return DocumentGone.again(() -> in(locator, true, () -> tab.look(LOOK, locator.css()), NOTHING))
        .thenApply(
            seen ->
                new Observation.Element(
                    locator,
                    seen.path(0).asBoolean(false),
                    seen.path(1).asBoolean(false),
                    seen.path(2).asString("")));
  }

  private CompletableFuture<JsonNode> click(String element) {
    return tab.post("/element/" + element + "/click", Json.object());
  }

  /** Does it as soon as there is such an element and it is visible. */
  private CompletableFuture<Boolean> once(
      Locator locator, Function<String, CompletableFuture<JsonNode>> action) {
    return DocumentGone.again(() -> in(locator, false, () -> find(locator, action), NOT_FOUND))
        .thenCompose(outcome -> outcome)
        .thenCompose(
            done ->
                done
                    ? CompletableFuture.completedFuture(true)
                    : ClassicTab.soon(() -> once(locator, action)));
  }

  /**
   * Finds it, and does it there.
   *
   * @return fails where it cannot be looked for; what becomes of the action is the result's outcome
   */
  private CompletableFuture<CompletableFuture<Boolean>> find(
      Locator locator, Function<String, CompletableFuture<JsonNode>> action) {
    return tab.look(FIND, locator.css())
        .thenCompose(
            found ->
                found.path(ELEMENT).isString()
                    ? action
                        .apply(found.path(ELEMENT).asString())
                        .handle(
                            (done, failure) ->
                                failure == null
                                    ? CompletableFuture.completedFuture(true)
                                    : CompletableFuture.<Boolean>failedFuture(failure))
                    : CompletableFuture.completedFuture(NOT_FOUND));
  }

  /**
   * Does it in the locator's frame.
   *
   * @param visible only where the frame is visible
   * @param otherwise where there is no such frame
   */
  private <T> CompletableFuture<T> in(
      Locator locator, boolean visible, Supplier<CompletableFuture<T>> action, T otherwise) {
    if (locator.frame().isEmpty()) {
      return tab.alone(action);
    }
    String find =
        ElementScripts.VISIBLE
            + ElementScripts.FRAME
            + "const f = frame(arguments[0]);"
            + (visible ? "return f && visible(f) ? f : null;" : "return f;");
    return tab.alone(
        () ->
            tab.look(find, locator.frame().get())
                .thenCompose(
                    frame ->
                        frame.path(ELEMENT).isString()
                            ? within(frame, action)
                            : CompletableFuture.completedFuture(otherwise)));
  }

  private <T> CompletableFuture<T> within(JsonNode frame, Supplier<CompletableFuture<T>> action) {
    return tab.post("/frame", Json.object().set("id", frame))
        .thenCompose(entered -> action.get())
        .handle(
            (result, failure) ->
                tab.post("/frame", Json.object().putNull("id"))
                    .thenCompose(
                        left ->
                            failure == null
                                ? CompletableFuture.completedFuture(result)
                                : CompletableFuture.<T>failedFuture(failure)))
        .thenCompose(outcome -> outcome);
  }
}
