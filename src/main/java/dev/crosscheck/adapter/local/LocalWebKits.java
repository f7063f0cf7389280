package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs WebKit's drivers, one for every session since each serves but one, until they are given
 * back, this is closed or the JVM ends.
 */
public final class LocalWebKits implements EndpointProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Supply supply;
  private final InstantSource clock;
  private final Map<URI, WebKitServer> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public LocalWebKits(Supply supply, InstantSource clock) {
    this.supply = supply;
    this.clock = clock;
  }

  @Override
  public boolean serves(DeviceSpec spec) {
    return driver(spec).isPresent();
  }

  @Override
  public Endpoint endpoint(DeviceSpec spec) throws Shortage {
    WebKitServer server =
        WebKitServer.start(supply, driver(spec).orElseThrow(), Deadline.in(PATIENCE, clock));
    running.put(server.address(), server);
    if (closed) {
      close();
      throw new DeviceLost("no driver for '" + spec.id() + "': the drivers have been ended");
    }
    return new Endpoint(server.address(), Map.of(), Reach.LOOPBACK);
  }

  @Override
  public Optional<String> ended(Endpoint endpoint) {
    WebKitServer server = running.get(endpoint.webDriver());
    return server == null ? Optional.of("it was ended") : server.ended();
  }

  @Override
  public void release(Endpoint endpoint) {
    WebKitServer server = running.remove(endpoint.webDriver());
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (URI address : List.copyOf(running.keySet())) {
      release(new Endpoint(address, Map.of(), Reach.LOOPBACK));
    }
  }

  private static Optional<Program> driver(DeviceSpec spec) {
    if (!(spec instanceof BrowserSpec browser)) {
      return Optional.empty();
    }
    return switch (browser.browser()) {
      case WEBKIT -> Optional.of(Program.WEBKITDRIVER);
      case WPE -> Optional.of(Program.WPEDRIVER);
      case CHROME, EDGE, FIREFOX, SAFARI -> Optional.empty();
    };
  }
}
