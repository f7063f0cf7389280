package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs one chromedriver for all Chromium devices, and one msedgedriver for all Edges, each on a
 * loopback port of its own, from the first request until this is closed or the JVM ends. A driver
 * that died is started again.
 */
public final class LocalDrivers implements EndpointProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Supply supply;
  private final InstantSource clock;
  private final Map<Program, ServerProcess> running = new EnumMap<>(Program.class);
  private boolean closed;

  public LocalDrivers(Supply supply, InstantSource clock) {
    this.supply = supply;
    this.clock = clock;
  }

  @Override
  public boolean serves(DeviceSpec spec) {
    return driver(spec).isPresent();
  }

  @Override
  public synchronized Endpoint endpoint(DeviceSpec spec) throws Shortage {
    if (closed) {
      throw new DeviceLost("no driver for '" + spec.id() + "': the drivers have been ended");
    }
    Program driver = driver(spec).orElseThrow();
    ServerProcess last = running.get(driver);
    if (last == null || !last.isAlive()) {
      if (last != null) {
        last.close();
      }
      last = ServerProcess.start(supply.program(driver), program(driver), clock);
      running.put(driver, last);
    }
    return new Endpoint(last.address(), Map.of(), Reach.LOOPBACK);
  }

  /** A driver is there for all devices of its kind. */
  @Override
  public void release(Endpoint endpoint) {}

  @Override
  public synchronized void close() {
    closed = true;
    running.values().forEach(ServerProcess::close);
    running.clear();
  }

  private static Optional<Program> driver(DeviceSpec spec) {
    if (!(spec instanceof BrowserSpec browser)) {
      return Optional.empty();
    }
    return switch (browser.browser()) {
      case CHROME -> Optional.of(Program.CHROMEDRIVER);
      case EDGE -> Optional.of(Program.EDGEDRIVER);
      case FIREFOX, WEBKIT, WPE, SAFARI -> Optional.empty();
    };
  }

  /** Edge's driver is chromedriver under another name. */
  private static ServerProgram program(Program driver) {
    return new ServerProgram(
        driver.title(),
        folder -> List.of("--port=0", "--log-path=" + folder.resolve(driver.title() + ".log")),
        folder -> Map.of(),
        Pattern.compile("was started successfully on port (\\d+)"),
        "http://127.0.0.1:%s",
        PATIENCE);
  }
}
