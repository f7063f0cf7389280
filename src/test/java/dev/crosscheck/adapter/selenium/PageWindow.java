package dev.crosscheck.adapter.selenium;

import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.adapter.local.LocalFirefoxes;
import dev.crosscheck.adapter.local.LocalWebKits;
import dev.crosscheck.adapter.proxy.CertificateAuthority;
import dev.crosscheck.adapter.proxy.ProxyRecorder;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.device.Observation;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.node.ObjectNode;

/** A window of a real browser that shows a file of this machine and reaches no network. */
public final class PageWindow implements AutoCloseable {
  /** Nothing listens there. */
  private static final ProxyAddress NOWHERE = new ProxyAddress("127.0.0.1", 9);

  private static final InstantSource CLOCK = InstantSource.system();

  private final Tab tab;
  private final Runnable end;

  private PageWindow(Tab tab, Runnable end) {
    this.tab = tab;
    this.end = end;
  }

  /** The engines that a page must work in. */
  public enum Engine {
    CHROMIUM,
    FIREFOX,
    WEBKIT
  }

  /** An empty window of a browser of its own. */
  public static PageWindow open(Engine engine, Supply supply) throws Shortage {
    EndpointProvider endpoints =
        switch (engine) {
          case CHROMIUM -> new LocalDrivers(supply, CLOCK);
          case FIREFOX -> new LocalFirefoxes(supply, CLOCK);
          case WEBKIT -> new LocalWebKits(supply, CLOCK);
        };
    Deadline by = Visit.in(Duration.ofSeconds(60));
    try (ProxyRecorder recorder = recorder()) {
      return switch (engine) {
        case CHROMIUM -> {
          Endpoint endpoint = endpoints.endpoint(Samples.CHROMIUM);
          BidiBrowser browser =
              Chromium.start(
                      endpoint,
                      ChromiumBrand.CHROMIUM,
                      Samples.CHROMIUM,
                      supply.program(ChromiumBrand.CHROMIUM.program()),
                      recorder.trust(),
                      by)
                  .browser();
          yield of(browser, endpoints, by);
        }
        case FIREFOX -> {
          Endpoint endpoint = endpoints.endpoint(Samples.FIREFOX);
          BidiBrowser browser = Firefox.open(endpoint, () -> endpoints.release(endpoint), by);
          Firefox.begin(browser, recorder.trust(), by);
          yield of(browser, endpoints, by);
        }
        case WEBKIT -> {
          ClassicSessions sessions = WebKitKind.sessions(WebKitFlavor.GTK, supply, endpoints);
          yield new PageWindow(sessions.open(Samples.WEBKIT, NOWHERE, by).tab(), endpoints::close);
        }
      };
    } catch (Shortage | RuntimeException e) {
      endpoints.close();
      throw e;
    }
  }

  public PageWindow show(URI page) {
    waited("open " + page, tab.navigate(page.toString()));
    return this;
  }

  /** The text that a function of the page returns. */
  public String ask(String function, String... arguments) {
    return waited(function, tab.call(function, arguments));
  }

  /** What an expression is in the page, as text. */
  public String value(String expression) {
    return ask("() => String(" + expression + ")");
  }

  /** Returns once an expression is true in the page. */
  public void until(String expression) {
    ask(
        "async () => { while (!("
            + expression
            + ")) await new Promise(resolve => setTimeout(resolve, 20)); }");
  }

  public void click(String css) {
    waited("click " + css, tab.elements().click(new Locator(css, Optional.empty())));
  }

  public void type(String css, String text) {
    waited("type into " + css, tab.elements().type(new Locator(css, Optional.empty()), text));
  }

  /** Presses keys one after the other, as WebDriver names them, wherever the focus is. */
  public void press(String keys) {
    ObjectNode params = Json.object();
    params.putArray("actions").add(BidiElements.keys(keys));
    waited(
        "press keys",
        tab instanceof BidiTab bidi
            ? bidi.send("input.performActions", params.put("context", bidi.context()))
            : ((ClassicTab) tab).post("/actions", params));
  }

  /** Makes the page this wide, in CSS pixels, or as narrow as the browser can be made. */
  public void width(int width) {
    ObjectNode size = Json.object().put("width", width).put("height", 844);
    waited(
        "be " + width + " wide",
        tab instanceof BidiTab bidi
            ? bidi.send(
                "browsingContext.setViewport",
                Json.object().put("context", bidi.context()).set("viewport", size))
            : ((ClassicTab) tab).post("/window/rect", size));
  }

  /** What the page and the engine wrote to the console; nothing in WebKit, which does not tell. */
  public List<String> console() {
    return waited("the console", tab.console()).stream().map(Observation.Line::text).toList();
  }

  public byte[] screenshot() {
    return waited("a screenshot", tab.screenshot()).png().bytes();
  }

  @Override
  public void close() {
    tab.close();
    end.run();
  }

  private static PageWindow of(BidiBrowser browser, EndpointProvider endpoints, Deadline by) {
    Runnable end =
        () -> {
          browser.close();
          endpoints.close();
        };
    return new PageWindow(BidiTab.open(browser, NOWHERE, Optional.empty(), by), end);
  }

  private static ProxyRecorder recorder() {
    return new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK);
  }

  private static <T> T waited(String what, CompletableFuture<T> answer) {
    try {
      return Patience.await(answer, Visit.soon());
    } catch (TimeoutException e) {
      throw new AssertionError("the browser did not: " + what, e);
    }
  }
}
