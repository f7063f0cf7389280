package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.AndroidSdk;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Runs one Appium server for all Android emulators and devices of this machine and one for all its
 * simulators and iPhones, each from the first request until this is closed or the JVM ends. One
 * that died is started again. A device that names a server of its own gets that one.
 */
public final class LocalAppium implements EndpointProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final String TAKEN = "EADDRINUSE";
  private static final int TRIES = 3;

  private final Supply supply;
  private final AndroidSdk android;
  private final Map<String, String> environment;
  private final InstantSource clock;
  private final IntSupplier ports;
  private final List<Started> started = new ArrayList<>();
  private boolean closed;

  private record Started(AppiumServer server, Driven driven, boolean isIos) {}

  /**
   * @param environment variables for the server, besides this process's own, and those that
   *     devices.yaml asks for
   */
  public LocalAppium(
      Supply supply, AndroidSdk android, Map<String, String> environment, InstantSource clock) {
    this(supply, android, environment, clock, new FreePorts());
  }

  /**
   * @param ports where a server may listen, if nobody else does
   */
  LocalAppium(
      Supply supply,
      AndroidSdk android,
      Map<String, String> environment,
      InstantSource clock,
      IntSupplier ports) {
    this.supply = supply;
    this.android = android;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.ports = ports;
  }

  @Override
  public boolean serves(DeviceSpec spec) {
    return spec instanceof AppiumSpec;
  }

  @Override
  public synchronized Endpoint endpoint(DeviceSpec spec) throws Shortage {
    if (!(spec instanceof AppiumSpec appium)) {
      throw new IllegalArgumentException("'" + spec.id() + "' is not driven by Appium");
    } else if (closed) {
      throw new DeviceLost("no Appium for '" + spec.id() + "': the server has been ended");
    } else if (appium.server().isPresent()) {
      return new Endpoint(address(appium), appium.capabilities(environment), Reach.LOOPBACK);
    }
    Started running = running(appium.isIos());
    Map<String, Object> capabilities = new HashMap<>(running.driven().capabilities());
    capabilities.putAll(appium.capabilities(environment));
    return new Endpoint(running.server().address(), capabilities, Reach.LOOPBACK);
  }

  private URI address(AppiumSpec spec) {
    return spec.address(environment)
        .orElseThrow(() -> new DeviceLost("'" + spec.server().orElseThrow() + "' is no address"));
  }

  @Override
  public synchronized Optional<String> ended(Endpoint endpoint) {
    return started.stream()
        .map(Started::server)
        .filter(server -> server.address().equals(endpoint.webDriver()))
        .reduce((earlier, later) -> later)
        .flatMap(AppiumServer::ended);
  }

  /** The server is there for all devices. */
  @Override
  public void release(Endpoint endpoint) {}

  @Override
  public synchronized void close() {
    closed = true;
    started.forEach(one -> one.server().close());
  }

  private Started running(boolean isIos) throws Shortage {
    for (Started one : started.stream().filter(before -> before.isIos() == isIos).toList()) {
      if (one.server().ended().isEmpty()) {
        return one;
      }
      one.server().close(); // for what the dead one left
    }
    Started fresh = start(isIos);
    started.add(fresh);
    return fresh;
  }

  private Started start(boolean isIos) throws Shortage {
    AppiumServer.Parts parts =
        new AppiumServer.Parts(
            AppiumNeeds.node(supply), supply.nodeModules(AppiumNeeds.HARNESS), environment);
    for (int tries = 1; ; tries++) {
      Driven driven =
          isIos
              ? new Driven.Ios()
              : new Driven.Android(android.home(), AdbServer.choose(environment, ports));
      try {
        AppiumServer server =
            AppiumServer.start(parts, ports.getAsInt(), driven, Deadline.in(PATIENCE, clock));
        return new Started(server, driven, isIos);
      } catch (DeviceLost e) {
        if (tries == TRIES || !String.valueOf(e.getMessage()).contains(TAKEN)) {
          throw e;
        }
      }
    }
  }
}
