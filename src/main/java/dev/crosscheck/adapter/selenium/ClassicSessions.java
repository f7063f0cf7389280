package dev.crosscheck.adapter.selenium;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.device.SystemProxy;
import dev.crosscheck.supply.Shortage;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts browsers by classic WebDriver: one for each session, with a driver of its own. */
final class ClassicSessions {
  private static final Logger LOG = LoggerFactory.getLogger(ClassicSessions.class);

  /** Nothing listens there: for a browser that is only asked what it is. */
  static final ProxyAddress NOWHERE = new ProxyAddress("127.0.0.1", 9);

  private static final ProxySelector DIRECT = HttpClient.Builder.NO_PROXY;

  private final ClassicFlavor flavor;
  private final EndpointProvider endpoints;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(DIRECT).build();

  ClassicSessions(ClassicFlavor flavor, EndpointProvider endpoints) {
    this.flavor = flavor;
    this.endpoints = endpoints;
  }

  /**
   * A browser that runs.
   *
   * @param capabilities what it says of itself
   */
  record Opened(ClassicTab tab, JsonNode capabilities) {}

  /** How long a session may take to begin. */
  Duration patience() {
    return flavor.patience();
  }

  /** Throws {@link DeviceLost} where it does not come up; nothing of it is left then. */
  Opened open(BrowserSpec spec, ProxyAddress via, Deadline by) {
    SystemProxy.Led led = flavor.lead(via);
    Opened opened = null;
    try {
      opened = open(spec, via, led, by.orIn(flavor.patience()));
      return opened;
    } finally {
      if (opened == null) {
        led.close();
      }
    }
  }

  private Opened open(BrowserSpec spec, ProxyAddress via, SystemProxy.Led led, Deadline by) {
    Endpoint endpoint;
    ObjectNode wanted;
    try {
      wanted = flavor.newSession(spec, via);
      endpoint = endpoints.endpoint(spec);
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
    Opened opened = null;
    try {
      opened = open(endpoint, wanted, led, by);
      return opened;
    } catch (TimeoutException e) {
      throw new DeviceLost(flavor.product() + " did not start in time", e);
    } catch (WebDriverError e) {
      throw new DeviceLost(flavor.product() + " did not start: " + e.getMessage(), e);
    } catch (CancellationException e) {
      throw new DeviceLost("interrupted while " + flavor.product() + " was starting", e);
    } finally {
      if (opened == null) {
        endpoints.release(endpoint);
      }
    }
  }

  private Opened open(Endpoint endpoint, ObjectNode wanted, SystemProxy.Led led, Deadline by)
      throws TimeoutException {
    JsonNode begun = begun(endpoint, wanted, by);
    String path = path(begun);
    ClassicConnection connection = connection(endpoint, path);
    Optional<ObjectNode> window = flavor.window();
    boolean whole = false;
    try {
      if (window.isPresent()) {
        Patience.await(connection.post("/window/rect", window.get()), by);
      }
      whole = true;
    } finally {
      if (!whole) {
        takeLeave(endpoint, path);
      }
    }
    return new Opened(
        new ClassicTab(connection, window, flavor.answersBeside(), () -> end(endpoint, path, led)),
        begun.path("capabilities"));
  }

  private JsonNode begun(Endpoint endpoint, ObjectNode wanted, Deadline by)
      throws TimeoutException {
    CompletableFuture<JsonNode> asked = connection(endpoint, "").post("/session", wanted);
    boolean begun = false;
    try {
      JsonNode answer = Patience.await(asked, by);
      begun = true;
      return answer;
    } finally {
      if (!begun) {
        endLate(endpoint, asked);
      }
    }
  }

  /** A session that begins when nobody waits for it any more would never end. */
  private void endLate(Endpoint endpoint, CompletableFuture<JsonNode> asked) {
    if (!flavor.farewell().isZero()) {
      answer("its session", asked).ifPresent(late -> takeLeave(endpoint, path(late)));
    }
  }

  private static String path(JsonNode begun) {
    return "/session/" + begun.path("sessionId").asString("");
  }

  private void end(Endpoint endpoint, String path, SystemProxy.Led led) {
    try {
      takeLeave(endpoint, path);
    } finally {
      try {
        endpoints.release(endpoint);
      } finally {
        led.close();
      }
    }
  }

  /** By a connection of its own: the session's has been ended by then. */
  private void takeLeave(Endpoint endpoint, String path) {
    if (!flavor.farewell().isZero()) {
      answer("the end of its session", connection(endpoint, path).delete(""));
    }
  }

  /** What is answered before the browser is left alone, also to a thread that is interrupted. */
  private Optional<JsonNode> answer(String what, CompletableFuture<JsonNode> asked) {
    boolean interrupted = Thread.interrupted();
    try {
      return Optional.of(asked.get(flavor.farewell().toMillis(), MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("{}: no answer about {}: {}", flavor.product(), what, e.toString());
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return Optional.empty();
  }

  private ClassicConnection connection(Endpoint endpoint, String path) {
    return new ClassicConnection(
        http, URI.create(endpoint.webDriver() + path), () -> endpoints.ended(endpoint));
  }
}
