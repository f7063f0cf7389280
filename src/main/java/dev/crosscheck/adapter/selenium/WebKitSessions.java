package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Starts browsers of a flavor of WebKit: one for each session, with a driver of its own. */
final class WebKitSessions {
  /** A program that is no WebKit browser lets its driver wait for ever. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ProxySelector DIRECT = HttpClient.Builder.NO_PROXY;

  private final WebKitFlavor flavor;
  private final Supply supply;
  private final EndpointProvider endpoints;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(DIRECT).build();

  WebKitSessions(WebKitFlavor flavor, Supply supply, EndpointProvider endpoints) {
    this.flavor = flavor;
    this.supply = supply;
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
    Endpoint endpoint;
    ObjectNode wanted;
    try {
      wanted = flavor.newSession(spec, supply.program(flavor.programs().get(0)), via);
      endpoint = endpoints.endpoint(spec);
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
    Opened opened = null;
    try {
      opened = open(endpoint, wanted, by.orIn(PATIENCE));
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

  private Opened open(Endpoint endpoint, ObjectNode wanted, Deadline by) throws TimeoutException {
    JsonNode begun = Patience.await(connection(endpoint, "").post("/session", wanted), by);
    ClassicConnection connection =
        connection(endpoint, "/session/" + begun.path("sessionId").asString(""));
    ObjectNode window = Json.object().put("x", 0).put("y", 0).put("width", 1280).put("height", 900);
    Patience.await(connection.post("/window/rect", window), by);
    return new Opened(
        new ClassicTab(connection, window, () -> endpoints.release(endpoint)),
        begun.path("capabilities"));
  }

  private ClassicConnection connection(Endpoint endpoint, String path) {
    return new ClassicConnection(
        http, URI.create(endpoint.webDriver() + path), () -> endpoints.ended(endpoint));
  }
}
