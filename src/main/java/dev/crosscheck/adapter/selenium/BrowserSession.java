package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.CallJson;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.scenario.Step;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** One user in one window, whichever engine it has. */
final class BrowserSession implements Session {
  private final Tab tab;
  private final PageAgent agent;
  private final Deployment.WebPage page;
  private final InstantSource clock;
  private final Runnable whenClosed;
  private final CompletableFuture<Object> ended = new CompletableFuture<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<?> opening;
  private int steps;

  /** Begins to open the page. */
  BrowserSession(Tab tab, Deployment.WebPage page, InstantSource clock, Runnable whenClosed) {
    this.tab = tab;
    this.agent = new PageAgent(tab);
    this.page = page;
    this.clock = clock;
    this.whenClosed = whenClosed;
    this.opening = tab.navigate(page.origin() + page.path());
  }

  @Override
  public void ready(Deadline by) throws StepNotTaken {
    taken("open the page", opening, by);
    taken("load the plugin", agent.ready(), by);
  }

  @Override
  public Acknowledgement perform(Step.OnDevice step, Deadline by) throws StepNotTaken {
    int number = steps++;
    String what = step.describe();
    taken("open the page", opening, by);
    if (step instanceof Step.Call call) {
      return acknowledgement(number, taken(what, agent.perform(CallJson.of(number, call)), by));
    } else if (step instanceof Step.Reset) {
      return acknowledgement(number, taken(what, agent.perform(CallJson.of(number, "reset")), by));
    } else if (step instanceof Step.Consent consent) {
      taken(what, agent.consent(CallJson.categories(consent.categories())), by);
    } else if (step instanceof Step.Ready) {
      ready(by);
    } else if (step instanceof Step.SdkReady) {
      taken(what, agent.sdkReady(), by);
    } else if (step instanceof Step.Flush) {
      hideAndShow(what, by);
    } else if (step instanceof Step.Navigate navigate) {
      taken(what, tab.navigate(page.origin() + navigate.path()), by);
      taken(what, agent.ready(), by);
    } else if (step instanceof Step.Reload) {
      taken(what, tab.reload(), by);
      taken(what, agent.ready(), by);
    } else if (step instanceof Step.Click click) {
      taken(what, tab.elements().click(click.element()), by, unseen(click.element()));
    } else if (step instanceof Step.Type type) {
      taken(what, tab.elements().type(type.element(), type.text()), by, unseen(type.element()));
    } else {
      throw new IllegalArgumentException("browsers have no step '" + what + "'");
    }
    return acknowledgement(number, Json.object());
  }

  @Override
  public List<Acknowledgement> acknowledged(Deadline by) throws StepNotTaken {
    List<Acknowledgement> late = new ArrayList<>();
    for (JsonNode ack : taken("take what was queued", agent.acknowledged(), by)) {
      late.add(acknowledgement(ack.path("number").asInt(-1), ack));
    }
    return late;
  }

  @Override
  public void online(boolean online, Deadline by) {
    if (answered("network conditions", tab.online(online), by)) {
      answered("whether the page is online", agent.online(online), by);
    }
  }

  @Override
  public Observation observe(Probe what, Deadline by) {
    if (what instanceof Probe.Cookies) {
      return answered("cookies", tab.cookies(), by);
    } else if (what instanceof Probe.Storage) {
      String both =
          answered(
              "storage",
              tab.read("() => JSON.stringify([{...localStorage}, {...sessionStorage}])"),
              by);
      JsonNode items = Json.read(both);
      return new Observation.Storage(strings(items.path(0)), strings(items.path(1)));
    } else if (what instanceof Probe.Element element) {
      return answered("an element", tab.elements().observe(element.locator()), by);
    } else if (what instanceof Probe.Globals) {
      List<String> changed = new ArrayList<>();
      answered("the page's globals", agent.globals(), by).forEach(c -> changed.add(c.asString()));
      return new Observation.Globals(changed);
    } else if (what instanceof Probe.Screenshot) {
      return answered("a screenshot", tab.screenshot(), by);
    }
    return new Observation.Console(answered("the console", tab.console(), by));
  }

  @Override
  public boolean isAlive() {
    return !closing.get() && tab.isAlive();
  }

  @Override
  public void leave(Deadline by) {
    answered("leaving the page", tab.leave(), by);
  }

  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      ended.completeExceptionally(new CancellationException("the session was closed"));
      tab.close();
      whenClosed.run();
    }
  }

  private void hideAndShow(String what, Deadline by) throws StepNotTaken {
    for (boolean visible : List.of(false, true)) {
      taken(what, tab.show(visible), by);
      taken(what, agent.visibility(visible ? "visible" : "hidden"), by);
    }
  }

  private static String unseen(Locator element) {
    return "there is no visible element '" + element + "'";
  }

  private <T> T taken(String what, CompletableFuture<T> answer, Deadline by) throws StepNotTaken {
    return taken(what, answer, by, "");
  }

  /**
   * What the page or the SDK must do, or say why not.
   *
   * @param otherwise why not, where the page itself does not know
   */
  private <T> T taken(String what, CompletableFuture<T> answer, Deadline by, String otherwise)
      throws StepNotTaken {
    try {
      return await(answer, by);
    } catch (TimeoutException e) {
      String state = agent.state();
      String why = state.isEmpty() ? otherwise : state;
      throw new StepNotTaken(
          "'" + what + "' was not acknowledged in time" + (why.isEmpty() ? "" : ": " + why));
    } catch (ScriptThrew | WebDriverError e) {
      throw new StepNotTaken("'" + what + "' was not taken: " + e.getMessage());
    }
  }

  /** What the browser must do. */
  private <T> T answered(String what, CompletableFuture<T> answer, Deadline by) {
    try {
      return await(answer, by);
    } catch (TimeoutException e) {
      throw new Unanswered("the browser did not answer in time: " + what, e);
    }
  }

  @SuppressWarnings("unchecked")
  private <T> T await(CompletableFuture<T> answer, Deadline by) throws TimeoutException {
    return (T) Patience.await(CompletableFuture.anyOf(answer, ended), by);
  }

  private Acknowledgement acknowledgement(int number, JsonNode ack) {
    return new Acknowledgement(
        number,
        clock.instant(),
        ack.path("queued").asBoolean(false),
        text(ack, "messageId"),
        text(ack, "anonymousId"),
        text(ack, "userId"));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field)).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static Map<String, String> strings(JsonNode fields) {
    Map<String, String> strings = new TreeMap<>();
    fields
        .properties()
        .forEach(field -> strings.put(field.getKey(), field.getValue().asString("")));
    return strings;
  }
}
