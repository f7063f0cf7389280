package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * A browser that is spoken with by WebDriver BiDi, whichever engine it has. Its connection is open
 * from the start; {@link #identify} tells what answered.
 */
final class BidiBrowser implements AutoCloseable {
  private final Consoles consoles;
  private final ArrayNode unproxied;
  private final Windows windows;
  private final Runnable end;
  private final BidiConnection bidi;

  /**
   * @param log what the engine says besides a page's console
   * @param unproxied what the engine takes for hosts that no proxy is asked for
   * @param windows where new users' pages come up
   * @param end ends the browser's process, in any state; never fails
   */
  BidiBrowser(
      URI address,
      BrowserLog log,
      ArrayNode unproxied,
      Windows windows,
      Runnable end,
      Deadline by) {
    this.consoles = new Consoles(log);
    this.unproxied = unproxied;
    this.windows = windows;
    this.end = end;
    this.bidi = new BidiConnection(address, by.left(), consoles::accept);
  }

  BidiConnection bidi() {
    return bidi;
  }

  Consoles consoles() {
    return consoles;
  }

  Windows windows() {
    return windows;
  }

  ArrayNode unproxied() {
    return unproxied;
  }

  /** Begins to listen to the consoles; needs a session. */
  void listen(Deadline by) {
    Patience.await("subscriptions", bidi.send("session.subscribe", consoles.subscription()), by);
  }

  /** What the page that the browser started with says to an expression. */
  String evaluate(String expression, Deadline by) {
    JsonNode tree =
        Patience.await("windows", bidi.send("browsingContext.getTree", Json.object()), by);
    return evaluate(tree.path("contexts").path(0).path("context").asString(""), expression, by);
  }

  /** What a window says to an expression. */
  String evaluate(String context, String expression, Deadline by) {
    var params =
        Json.object().put("expression", "String(" + expression + ")").put("awaitPromise", false);
    params.putObject("target").put("context", context);
    return Patience.await(expression, bidi.send("script.evaluate", params), by)
        .path("result")
        .path("value")
        .asString("");
  }

  @Override
  public void close() {
    bidi.close();
    end.run();
  }
}
