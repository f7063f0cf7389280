package dev.crosscheck.adapter.selenium;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Shortage;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts browsers by classic WebDriver: one for each session, with a driver of its own. */
final class ClassicSessions {
  /** A program that is no such browser lets its driver wait for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ClassicSessions.class);

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

  /** Throws {@link DeviceLost} where it does not come up; nothing of it is left then. */
  Opened open(BrowserSpec spec, ProxyAddress via, Deadline by) {
    ClassicFlavor.Leading leading = flavor.lead(via);
    Opened opened = null;
    try {
      opened = open(spec, via, leading, by.orIn(PATIENCE));
      return opened;
    } finally {
      if (opened == null) {
        leading.close();
      }
    }
  }

  private Opened open(
      BrowserSpec spec, ProxyAddress via, ClassicFlavor.Leading leading, Deadline by) {
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
      opened = open(endpoint, wanted, leading, by);
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

  private Opened open(
      Endpoint endpoint, ObjectNode wanted, ClassicFlavor.Leading leading, Deadline by)
      throws TimeoutException {
    JsonNode begun = Patience.await(connection(endpoint, "").post("/session", wanted), by);
    String path = "/session/" + begun.path("sessionId").asString("");
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
    Runnable end =
        () -> {
          takeLeave(endpoint, path);
          endpoints.release(endpoint);
          leading.close();
        };
    return new Opened(new ClassicTab(connection, window, end), begun.path("capabilities"));
  }

  /** By a connection of its own: the session's has been ended by then. */
  private void takeLeave(Endpoint endpoint, String path) {
    if (flavor.farewell().isZero()) {
      return;
    }
    try {
      connection(endpoint, path).delete("").get(flavor.farewell().toMillis(), MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("the driver of {} does not end its session: {}", flavor.product(), e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ClassicConnection connection(Endpoint endpoint, String path) {
    return new ClassicConnection(
        http, URI.create(endpoint.webDriver() + path), () -> endpoints.ended(endpoint));
  }
}
